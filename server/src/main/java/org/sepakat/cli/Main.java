package org.sepakat.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry. */
@Command(
        name = "sepakat",
        description = "Several researchers code the same interviews at once, and see how far they agree.",
        mixinStandardHelpOptions = true,
        subcommands = {AgreementCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
