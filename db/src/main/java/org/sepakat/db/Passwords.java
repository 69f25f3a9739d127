package org.sepakat.db;

import java.io.IOException;

/** The passwords of the three roles of the embedded server. */
record Passwords(String superuser, String owner, String app) {
    static Passwords of(StateFolder state) throws IOException {
        return new Passwords(state.password(Cluster.SUPERUSER), state.password(Roles.OWNER), state.password(Roles.APP));
    }
}
