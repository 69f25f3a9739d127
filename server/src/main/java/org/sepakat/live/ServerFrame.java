package org.sepakat.live;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.log.SubmissionJson;
import org.sepakat.store.StreamInfo;
import org.sepakat.study.Refusal;
import org.sepakat.study.Role;

/** What the server sends (SPEC.md §2), but for {@code evs}, which {@link Events} encodes once for many. Fields go out in the order of SPEC.md. */
sealed interface ServerFrame {

    JsonObject json();

    default String encode() {
        return json().encode();
    }

    record Welcome(UUID session, Instant now, LiveLimits limits) implements ServerFrame {
        @Override
        public JsonObject json() {
            return frame("welcome")
                    .put("session", session.toString())
                    .put("server_time", now.toString())
                    .put("heartbeat_ms", limits.heartbeat().toMillis())
                    .put("limits", limits.forClients());
        }
    }

    record Streams(UUID study, UUID member, Role role, Collection<StreamInfo> streams) implements ServerFrame {
        @Override
        public JsonObject json() {
            var list = new JsonArray();
            streams.forEach(stream -> list.add(described(new JsonObject(), stream)));
            return inStudy("streams", study)
                    .put("member", member.toString())
                    .put("role", role.word())
                    .put("streams", list);
        }
    }

    record Snap(UUID study, StreamInfo stream, int part, int of, String data, String sha256) implements ServerFrame {
        @Override
        public JsonObject json() {
            return described(inStudy("snap", study), stream)
                    .put("seq", stream.head())
                    .put("part", part)
                    .put("of", of)
                    .put("data", data)
                    .put("sha256", sha256);
        }
    }

    record Live(UUID study, UUID stream, long seq) implements ServerFrame {
        @Override
        public JsonObject json() {
            return inStudy("live", study).put("stream", stream.toString()).put("seq", seq);
        }
    }

    record Head(UUID study, UUID stream, long seq) implements ServerFrame {
        @Override
        public JsonObject json() {
            return inStudy("head", study).put("stream", stream.toString()).put("seq", seq);
        }
    }

    /**
     * The answer to one op.
     *
     * @param answer as SubmissionJson writes it
     */
    record Answered(JsonObject answer) implements ServerFrame {
        @Override
        public JsonObject json() {
            return frame(answer.containsKey("code") ? "no" : "ok").mergeIn(answer);
        }
    }

    /** A refusal of something that is no op. */
    record No(Refusal refusal) implements ServerFrame {
        @Override
        public JsonObject json() {
            return frame("no").mergeIn(SubmissionJson.encode(null, refusal));
        }
    }

    record Pres(UUID study, UUID round, List<Presence.Here> members) implements ServerFrame {
        @Override
        public JsonObject json() {
            var list = new JsonArray();
            members.forEach(here -> list.add(here.json()));
            return inStudy("pres", study).put("round", round.toString()).put("members", list);
        }
    }

    record Ping(long n) implements ServerFrame {
        @Override
        public JsonObject json() {
            return frame("ping").put("n", n);
        }
    }

    record Pong(long n) implements ServerFrame {
        @Override
        public JsonObject json() {
            return frame("pong").put("n", n);
        }
    }

    record Reset(UUID study, @Nullable UUID stream, String reason) implements ServerFrame {
        @Override
        public JsonObject json() {
            var json = inStudy("reset", study);
            if (stream != null) {
                json.put("stream", stream.toString());
            }
            return json.put("reason", reason);
        }
    }

    record Drain(long reconnectAfterMs) implements ServerFrame {
        @Override
        public JsonObject json() {
            return frame("drain").put("reconnect_after_ms", reconnectAfterMs);
        }
    }

    private static JsonObject frame(String type) {
        return new JsonObject().put("t", type);
    }

    private static JsonObject inStudy(String type, UUID study) {
        return frame(type).put("study", study.toString());
    }

    private static JsonObject described(JsonObject json, StreamInfo stream) {
        json.put("stream", stream.id().toString())
                .put("kind", stream.ref().kind().word());
        UUID round = stream.ref().round();
        if (round != null) {
            json.put("round", round.toString());
        }
        UUID coder = stream.ref().coder();
        return coder == null ? json : json.put("coder", coder.toString());
    }
}
