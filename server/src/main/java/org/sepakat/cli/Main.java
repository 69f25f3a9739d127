package org.sepakat.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry. Exit status 2 for a wrong use, 1 for what failed; errors are one sentence. */
@Command(
        name = "sepakat",
        description = "Several researchers code the same interviews at once, and see how far they agree.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ServeCommand.class,
            UserCommand.class,
            DoctorCommand.class,
            AgreementCommand.class,
            PlanCommand.class,
            ImportCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int status = commandLine().execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(Failures.sentence(failure));
            command.getErr().flush();
            return failure instanceof UsageException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        });
    }
}
