package org.sepakat.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.concurrent.Callable;
import org.sepakat.db.Database;
import org.sepakat.http.Account;
import org.sepakat.http.Accounts;
import org.sepakat.http.Links;
import org.sepakat.http.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accounts, from the console of the machine, whether the server is running or not. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "Lists accounts, adds one, or lets somebody back in.",
        subcommands = {UserCommand.ListCommand.class, UserCommand.AddCommand.class, UserCommand.ResetCommand.class})
final class UserCommand implements Callable<Integer> {
    private static final int LINK_PORT = 8080;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    /** What the three have in common: accounts and links. */
    abstract static class OnAccounts extends OnDatabase {
        @Override
        Future<List<String>> run(Vertx vertx, Database database, Environment environment) {
            return run(new Desk(database.appPool(1), environment));
        }

        abstract Future<List<String>> run(Desk desk);
    }

    /** Accounts and links of an opened database. */
    record Desk(Pool pool, Environment environment) {

        Accounts accounts() {
            World world = World.real();
            return new Accounts(pool, world.clock(), world.ids());
        }

        /** A one-time link by which an account gets in and chooses a new password. */
        Future<List<String>> letIn(Account account) {
            World world = World.real();
            String url = environment.site("127.0.0.1", false).url(LINK_PORT);
            return new Links(world.clock(), world.tokens())
                    .reset(pool, account.id())
                    .map(made -> List.of(
                            "One-time link for " + account.name() + ", for one hour; it clears the old password:",
                            "  " + url + "/sign-in#link=" + made.token()));
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the accounts.")
    static final class ListCommand extends OnAccounts {
        @Override
        Future<List<String>> run(Desk desk) {
            return desk.accounts()
                    .list()
                    .map(all -> all.stream()
                            .map(account -> account.name() + "\t" + account.displayName()
                                    + (account.operator() ? "\toperator" : ""))
                            .toList());
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds an account and prints a one-time link to it.")
    static final class AddCommand extends OnAccounts {
        @Parameters(paramLabel = "NAME", description = "Name to sign in with.")
        @SuppressWarnings("NullAway.Init")
        private String name;

        @Option(names = "--operator", description = "Make it an operator of the server.")
        private boolean operator;

        @Override
        Future<List<String>> run(Desk desk) {
            return desk.accounts().add(desk.pool(), name, null, operator, null).compose(desk::letIn);
        }
    }

    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description =
                    "Prints a one-time link by which somebody who forgot the password gets in and chooses a new one.")
    static final class ResetCommand extends OnAccounts {
        @Parameters(paramLabel = "NAME", description = "Name to sign in with.")
        @SuppressWarnings("NullAway.Init")
        private String name;

        @Override
        Future<List<String>> run(Desk desk) {
            return desk.accounts()
                    .find(name)
                    .map(found ->
                            found.orElseThrow(() -> new UsageException("There is no account named " + name + ".")))
                    .compose(desk::letIn);
        }
    }
}
