package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads a request's body as it comes, and stops at its limit however long the body says it is. */
final class Bodies {
    static final int JSON = 256 << 10;
    static final int FILE = 50 << 20;

    private Bodies() {}

    static Future<Buffer> read(HttpServerRequest request, int most) {
        String length = request.getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > most) {
            return Future.failedFuture(Refused.tooBig(most));
        }
        Promise<Buffer> promise = Promise.promise();
        Buffer body = Buffer.buffer();
        request.exceptionHandler(promise::tryFail);
        request.handler(part -> {
            if (body.length() + part.length() > most) {
                request.handler(rest -> {});
                promise.tryFail(Refused.tooBig(most));
            } else {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> promise.tryComplete(body));
        request.resume();
        return promise.future();
    }
}
