package org.sepakat.http;

import io.vertx.core.json.JsonObject;
import org.sepakat.live.Caller;

/**
 * A browser that is signed in.
 *
 * @param key SHA-256 of the cookie's token, in hexadecimal; never leaves the server
 * @param csrf what every change must carry in {@code X-Sepakat-Csrf}
 */
record Session(String key, Account account, String csrf) {

    /** The part of the key that names a session to its owner. */
    static final int PUBLIC_KEY_DIGITS = 32;

    Caller caller() {
        return new Caller(account.id(), key, csrf);
    }

    JsonObject toJson() {
        return new JsonObject().put("account", account.toJson()).put("csrf", csrf);
    }
}
