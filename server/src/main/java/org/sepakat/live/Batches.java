package org.sepakat.live;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sepakat.log.OpLog;
import org.sepakat.log.WireBatch;

/** The one way a batch goes to the log, from socket and HTTP alike: as much of it as its account may send now, every op answered, in order. Any thread. */
public final class Batches {
    private final OpLog log;
    private final OpRate rate;

    public Batches(OpLog log, OpRate rate) {
        this.log = log;
        this.rate = rate;
    }

    /** The answers, each as SubmissionJson writes it, with {@code after_ms} where the account was too fast. */
    public Future<List<JsonObject>> submit(UUID account, UUID study, UUID actor, WireBatch batch) {
        OpRate.Grant grant = rate.take(account, batch.ops().size());
        WireBatch passed = new WireBatch(batch.ops().subList(0, grant.ops()));
        WireBatch rest =
                new WireBatch(batch.ops().subList(grant.ops(), batch.ops().size()));
        return passed.submit(log, study, actor).map(answers -> {
            var all = new ArrayList<>(answers);
            rest.refuse(OpRate.refusal()).forEach(answer -> all.add(answer.put("after_ms", grant.afterMs())));
            return all;
        });
    }
}
