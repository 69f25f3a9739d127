package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.log.SubmissionJson.Decoded;
import org.sepakat.study.Refusal;
import org.sepakat.study.StudyAct;

final class SubmissionJsonTest {

    private static final UUID OP = UUID.fromString("0b2c61a5-6a5f-4a52-9d0e-4f3b8d6b1a01");
    private static final UUID STREAM = UUID.fromString("a7c0f2be-3c1d-4f0e-8b7a-5d9e2c4f6b02");

    private static JsonObject rename() {
        return new JsonObject()
                .put("op_id", OP.toString())
                .put("kind", "study.rename")
                .put("body", new JsonObject().put("name", "Trust"));
    }

    private static Decoded.Illegible illegible(Object op) {
        return assertInstanceOf(Decoded.Illegible.class, SubmissionJson.decode(op));
    }

    @Test
    @DisplayName("A submission is read with and without if_rev")
    void submissionsAreRead() {
        var without = assertInstanceOf(Decoded.Legible.class, SubmissionJson.decode(rename()))
                .submission();
        assertEquals(new StudyAct.RenameStudy("Trust"), without.act());
        assertEquals(OP, without.opId());
        assertNull(without.ifRev());
        var with = assertInstanceOf(Decoded.Legible.class, SubmissionJson.decode(rename().put("if_rev", 4)));
        assertEquals(4, with.submission().ifRev());
    }

    @Test
    @DisplayName("[O8] What cannot be read is refused with its op id where that can be read")
    void illegibleOpsKeepTheirId() {
        assertEquals(OP, illegible(rename().put("more", 1)).opId());
        assertEquals(
                "more", illegible(rename().put("more", 1)).refusal().detail().get("path"));
        assertEquals(
                "if_rev",
                illegible(rename().putNull("if_rev")).refusal().detail().get("path"));
        assertEquals(OP, illegible(rename().put("body", 1)).opId());
        assertNull(illegible(rename().put("op_id", "x")).opId());
        assertNull(illegible("rename").opId());
    }

    @Test
    @DisplayName("Answers are written as SPEC.md says")
    void answersAreWritten() {
        assertEquals(
                "{\"op_id\":\"" + OP + "\",\"stream\":\"" + STREAM + "\",\"seq\":7}",
                SubmissionJson.encode(new Answer.Ok(OP, STREAM, 7, false)).encode());
        assertEquals(
                true, SubmissionJson.encode(new Answer.Ok(OP, STREAM, 7, true)).getBoolean("dup"));
        assertEquals(
                new JsonObject()
                        .put("op_id", OP.toString())
                        .put("code", "E_STALE")
                        .put("message", Refusal.stale(3).message())
                        .put("retry", false)
                        .put("detail", new JsonObject().put("rev", 3)),
                SubmissionJson.encode(new Answer.No(OP, Refusal.stale(3))));
    }

    @Test
    @DisplayName("[O4] A batch of 1 to 50 ops is taken; another size is refused as a whole")
    void batchesHaveASize() {
        var ops = new JsonArray();
        assertEquals(true, WireBatch.decode(ops).refusal().isPresent());
        for (int i = 0; i < 50; i++) {
            ops.add(rename());
        }
        assertEquals(false, WireBatch.decode(ops).refusal().isPresent());
        assertEquals(true, WireBatch.decode(ops.add(rename())).refusal().isPresent());
    }
}
