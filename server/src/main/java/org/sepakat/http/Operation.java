package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** What answers one operation of the contract. A refusal is a failed future with {@link Refused}. */
interface Operation {

    Future<JsonObject> answer(Call call);
}
