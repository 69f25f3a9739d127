package org.sepakat.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sepakat.consensus.Settled;
import org.sepakat.study.Anchor;
import org.sepakat.study.Assignment;
import org.sepakat.study.Codebook;
import org.sepakat.study.CodebookVersion;
import org.sepakat.study.Member;
import org.sepakat.study.Round;
import org.sepakat.study.Study;
import org.sepakat.study.Transcript;
import org.sepakat.study.Work;

/** States as snapshots write them (SPEC.md §3): ordered by id or place, so that equal states are equal bytes. */
public final class SnapshotJson {

    private SnapshotJson() {}

    public static JsonObject of(Study study) {
        return new JsonObject()
                .put(
                        "study",
                        new JsonObject().put("study", study.id().toString()).put("name", study.name()))
                .put("members", list(study.members().values(), SnapshotJson::of))
                .put("codebooks", list(study.codebooks(), SnapshotJson::of))
                .put("transcripts", list(study.transcripts().values(), SnapshotJson::of))
                .put("rounds", list(study.rounds().values(), SnapshotJson::of));
    }

    public static JsonObject of(Codebook codebook) {
        return new JsonObject()
                .put(
                        "themes",
                        list(
                                codebook.drafts().values(),
                                draft -> ThemeJson.encode(draft.theme()).put("rev", draft.rev())));
    }

    /** A round's stream. */
    public static JsonObject of(Map<Coder, Work> work, Settled settled) {
        return of(work).mergeIn(ConsensusJson.encode(settled));
    }

    /** A private stream. */
    public static JsonObject of(Map<Coder, Work> work) {
        return new JsonObject()
                .put(
                        "codings",
                        array(work.entrySet().stream()
                                .flatMap(e -> codings(e.getKey(), e.getValue()))
                                .sorted(Comparator.comparing(
                                                (CodedBy c) -> c.coding().id())
                                        .thenComparing(CodedBy::coder))
                                .map(CodedBy::json)))
                .put(
                        "orphans",
                        array(work.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .flatMap(e -> orphans(e.getKey(), e.getValue()))))
                .put(
                        "reviews",
                        array(work.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .flatMap(e -> reviews(e.getKey(), e.getValue()))))
                .put(
                        "reopened",
                        array(work.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .filter(e -> e.getValue().reopened())
                                .map(e -> e.getKey().member().toString())));
    }

    private record CodedBy(UUID coder, Work.Coding coding) {
        JsonObject json() {
            var json = new JsonObject()
                    .put("coding", coding.id().toString())
                    .put("coder", coder.toString())
                    .put("transcript", coding.transcript().toString())
                    .put("theme", coding.theme().toString())
                    .put("start", coding.span().start())
                    .put("end", coding.span().end());
            return coding.anchor() == Anchor.FIRM
                    ? json
                    : json.put("anchor", coding.anchor().word());
        }
    }

    private static Stream<JsonObject> orphans(Coder coder, Work work) {
        return work.orphans().values().stream()
                .map(orphan -> new JsonObject()
                        .put("coding", orphan.id().toString())
                        .put("coder", coder.member().toString())
                        .put("transcript", orphan.transcript().toString())
                        .put("version", orphan.version())
                        .put("theme", orphan.theme().toString())
                        .put("start", orphan.span().start())
                        .put("end", orphan.span().end()));
    }

    private static Stream<CodedBy> codings(Coder coder, Work work) {
        return work.codings().values().stream().map(coding -> new CodedBy(coder.member(), coding));
    }

    private static Stream<JsonObject> reviews(Coder coder, Work work) {
        return work.reviews().stream()
                .map(review -> new JsonObject()
                        .put("coder", coder.member().toString())
                        .put("transcript", review.transcript().toString())
                        .put("start", review.span().start())
                        .put("end", review.span().end()));
    }

    private static JsonObject of(Member member) {
        return new JsonObject()
                .put("member", member.id().toString())
                .put("name", member.name())
                .put("role", member.role().word())
                .put("removed", member.removed())
                .put("rev", member.rev());
    }

    private static JsonObject of(CodebookVersion codebook) {
        return new JsonObject()
                .put("version", codebook.version())
                .put("reason", codebook.reason())
                .put("themes", ThemeJson.encodeAll(codebook.themes()));
    }

    private static JsonObject of(Transcript transcript) {
        return new JsonObject()
                .put("transcript", transcript.id().toString())
                .put("name", transcript.name())
                .put("kind", transcript.kind().word())
                .put("version", transcript.version())
                .put("length", transcript.length())
                .put("segments", transcript.segments())
                .put("speakers", TranscriptJson.encodeSpeakers(transcript.speakers()))
                .put("rev", transcript.rev());
    }

    private static JsonObject of(Round round) {
        return new JsonObject()
                .put("round", round.id().toString())
                .put("name", round.name())
                .put("mode", round.mode().word())
                .put("phase", round.phase().word())
                .put("unit", round.unit())
                .put("rule", round.rule())
                .put("codebook_version", round.codebookVersion())
                .put(
                        "transcripts",
                        list(
                                round.transcripts(),
                                pinned -> new JsonObject()
                                        .put("transcript", pinned.transcript().toString())
                                        .put("version", pinned.version())))
                .put("assignments", list(round.assignments(), SnapshotJson::of))
                .put("rev", round.rev());
    }

    private static JsonObject of(Assignment assignment) {
        return new JsonObject()
                .put("member", assignment.member().toString())
                .put("transcript", assignment.transcript().toString());
    }

    private static <T> JsonArray list(Collection<T> things, Function<T, JsonObject> each) {
        return array(things.stream().map(each));
    }

    private static JsonArray array(Stream<?> things) {
        return new JsonArray(things.toList());
    }
}
