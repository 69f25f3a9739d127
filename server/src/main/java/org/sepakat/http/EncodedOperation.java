package org.sepakat.http;

import io.vertx.core.Future;

/** An {@link Operation} whose answer was encoded before: made once for all who ask the same. */
interface EncodedOperation {

    Future<Encoded> answer(Call call);
}
