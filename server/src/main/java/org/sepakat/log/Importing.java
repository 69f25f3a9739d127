package org.sepakat.log;

import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.ForeignRound;
import org.sepakat.study.ImportPlan;
import org.sepakat.study.StudyAct;

/** Rounds that were coded elsewhere, each taken in as one batch in one transaction: all of it or nothing. May be called from any context. */
public interface Importing {

    /** Codings and reviews together that one import may hold. */
    int MOST_ACTS = 100_000;

    /**
     * What is to be taken in.
     *
     * @param opId kept when the import is sent again
     * @param digest tells whether what is sent again is the same
     * @param founding made by the same transaction, or null for a study that is there
     * @param stopped asked until shortly before COMMIT: whether nobody wants it any more
     */
    record Batch(
            UUID opId,
            UUID round,
            String digest,
            ForeignRound content,
            StudyAct.@Nullable CreateStudy founding,
            BooleanSupplier stopped) {}

    /** What an import would do; nothing is stored. */
    Future<ImportPlan> planImport(UUID study, ForeignRound content);

    /** The answer is that of {@code round.import}, or the refusal of whatever was refused first; the actor must be a lead. */
    Future<Answer> importRound(UUID study, UUID actor, Batch batch);
}
