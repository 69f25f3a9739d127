package org.sepakat.db;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run PostgreSQL as somebody who is not root, which it refuses to be: in a user namespace without root, else as the owner of the state
 * folder. Ordinary users run it as they are.
 */
record OrdinaryUser(List<String> prefix) {
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> SERVICE_USERS = List.of("sepakat", "postgres");

    /** To be called once everything that PostgreSQL must read lies in the folder: it may change hands here. */
    static OrdinaryUser of(StateFolder state) throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new OrdinaryUser(List.of());
        }
        if (!state.belongsToRoot()) {
            return owner(state, state.ownerName());
        }
        if (succeeds(NAMESPACE, "true")) {
            return new OrdinaryUser(NAMESPACE);
        }
        for (String user : SERVICE_USERS) {
            if (succeeds(List.of("id"), user)) {
                return owner(state, user);
            }
        }
        throw new DatabaseException(
                "Sepakat runs as root, as which PostgreSQL refuses to run. Start Sepakat as an ordinary "
                        + "user, or create one for it (useradd --system sepakat), or name your own PostgreSQL in SEPAKAT_DATABASE_URL.");
    }

    private static OrdinaryUser owner(StateFolder state, String user) throws InterruptedException {
        if (!succeeds(List.of("chown", "-R", user), state.root().toString())) {
            throw new DatabaseException("The folder " + state.root() + " cannot be given to the user " + user + ".");
        }
        return new OrdinaryUser(List.of("runuser", "-u", user, "--"));
    }

    private static boolean succeeds(List<String> command, String argument) throws InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.add(argument);
        try {
            return new ProcessBuilder(whole)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
