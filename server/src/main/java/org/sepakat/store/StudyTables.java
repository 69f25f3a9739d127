package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.sepakat.study.Assignment;
import org.sepakat.study.CodebookVersion;
import org.sepakat.study.Member;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Role;
import org.sepakat.study.Round;
import org.sepakat.study.Study;
import org.sepakat.study.Transcript;
import org.sepakat.study.TranscriptKind;
import org.sepakat.study.Word;

/** Reads a {@link Study} from its tables; to be asked within one transaction that sees one moment. */
final class StudyTables {

    private static final String NAME = "select name from study where study_id = $1";
    private static final String MEMBERS =
            "select member_id, name, role, account_id, removed, rev from member where study_id = $1";
    private static final String CODEBOOKS =
            "select version, reason, themes from codebook_version where study_id = $1 order by version";
    private static final String TRANSCRIPTS = """
            select transcript_id, t.name, t.kind, t.rev, version, v.content_id, v.length, v.segments, v.sha256, v.speakers
            from transcript t join transcript_version v using (study_id, transcript_id, version) where study_id = $1""";
    private static final String ROUNDS =
            "select round_id, name, mode, phase, unit, rule, codebook_version, rev from round where study_id = $1";
    private static final String PINNED =
            "select round_id, transcript_id, version from round_transcript where study_id = $1 order by round_id, place";
    private static final String ASSIGNMENTS =
            "select round_id, member_id, transcript_id from assignment where study_id = $1";

    private StudyTables() {}

    static Future<Study> read(SqlConnection connection, UUID study) {
        Tuple id = Tuple.of(study);
        Future<List<String>> name = Rows.read(connection, NAME, id, row -> row.getString("name"));
        Future<List<Member>> members = Rows.read(connection, MEMBERS, id, StudyTables::member);
        Future<List<CodebookVersion>> codebooks = Rows.read(connection, CODEBOOKS, id, StudyTables::codebook);
        Future<List<Transcript>> transcripts = Rows.read(connection, TRANSCRIPTS, id, StudyTables::transcript);
        Future<Map<UUID, Round>> rounds = rounds(connection, id);
        return Future.all(name, members, codebooks, transcripts, rounds)
                .map(v -> new Study(
                        study,
                        name.result().get(0),
                        byId(members.result(), Member::id),
                        codebooks.result(),
                        byId(transcripts.result(), Transcript::id),
                        rounds.result()));
    }

    private static Future<Map<UUID, Round>> rounds(SqlConnection connection, Tuple id) {
        Future<List<Row>> rounds = Rows.read(connection, ROUNDS, id, Function.identity());
        Future<List<Row>> pinned = Rows.read(connection, PINNED, id, Function.identity());
        Future<List<Row>> assigned = Rows.read(connection, ASSIGNMENTS, id, Function.identity());
        return Future.all(rounds, pinned, assigned).map(v -> {
            var transcripts = new HashMap<UUID, List<Round.Pinned>>();
            for (Row row : pinned.result()) {
                transcripts
                        .computeIfAbsent(row.getUUID("round_id"), r -> new ArrayList<>())
                        .add(new Round.Pinned(row.getUUID("transcript_id"), row.getInteger("version")));
            }
            var assignments = new HashMap<UUID, Set<Assignment>>();
            for (Row row : assigned.result()) {
                assignments
                        .computeIfAbsent(row.getUUID("round_id"), r -> new TreeSet<>())
                        .add(new Assignment(row.getUUID("member_id"), row.getUUID("transcript_id")));
            }
            return byId(
                    rounds.result().stream()
                            .map(row -> round(row, transcripts, assignments))
                            .toList(),
                    Round::id);
        });
    }

    private static Round round(
            Row row, Map<UUID, List<Round.Pinned>> transcripts, Map<UUID, Set<Assignment>> assignments) {
        UUID id = row.getUUID("round_id");
        return new Round(
                id,
                row.getString("name"),
                Word.parse(Mode.class, row.getString("mode")),
                Word.parse(Phase.class, row.getString("phase")),
                row.getString("unit"),
                row.getString("rule"),
                row.getInteger("codebook_version"),
                transcripts.getOrDefault(id, List.of()),
                assignments.getOrDefault(id, Set.of()),
                row.getInteger("rev"));
    }

    private static Member member(Row row) {
        return new Member(
                row.getUUID("member_id"),
                row.getString("name"),
                Word.parse(Role.class, row.getString("role")),
                row.getUUID("account_id"),
                row.getBoolean("removed"),
                row.getInteger("rev"));
    }

    private static CodebookVersion codebook(Row row) {
        return new CodebookVersion(
                row.getInteger("version"), row.getString("reason"), ThemeJson.decodeAll(row.getJsonArray("themes")));
    }

    private static Transcript transcript(Row row) {
        var speakers = new JsonObject().put("speakers", row.getJsonArray("speakers"));
        return new Transcript(
                row.getUUID("transcript_id"),
                row.getString("name"),
                Word.parse(TranscriptKind.class, row.getString("kind")),
                row.getInteger("version"),
                row.getUUID("content_id"),
                row.getInteger("length"),
                row.getInteger("segments"),
                row.getString("sha256"),
                TranscriptJson.speakers(new Fields("", speakers)),
                row.getInteger("rev"));
    }

    private static <T> Map<UUID, T> byId(List<T> things, Function<T, UUID> id) {
        var byId = new TreeMap<UUID, T>();
        things.forEach(thing -> byId.put(id.apply(thing), thing));
        return byId;
    }
}
