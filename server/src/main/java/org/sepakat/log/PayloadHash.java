package org.sepakat.log;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.Act;

/** SHA-256 of what was submitted under an op id: kind, canonical body and if_rev. A resend has the same one. */
final class PayloadHash {

    private PayloadHash() {}

    static Buffer of(Act act, @Nullable Integer ifRev) {
        return of(new JsonArray().add(act.kind()).add(ActJson.encode(act)).add(ifRev));
    }

    /** Of an act that stands for more than itself. */
    static Buffer ofImport(Act act, String digest) {
        return of(new JsonArray().add(act.kind()).add(ActJson.encode(act)).add(digest));
    }

    private static Buffer of(JsonArray payload) {
        return Buffer.buffer(sha256().digest(payload.encode().getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
