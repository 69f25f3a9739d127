package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.sepakat.consensus.Decision;
import org.sepakat.consensus.Passage;
import org.sepakat.consensus.Settled;
import org.sepakat.study.ConsensusAct.Decided;
import org.sepakat.study.Outcome;
import org.sepakat.study.ReferenceCoding;
import org.sepakat.study.ReferenceCoding.Basis;
import org.sepakat.study.Word;
import org.sepakat.text.Span;

/** Reads what was settled of rounds from {@code decision} and {@code reference_coding}: whole, since people decide at the pace of talk. */
public final class ConsensusTables {

    private static final String DECISIONS = """
            select round_id, transcript_id, theme_id, span_start, span_end, decision_id, outcome, content_id, text, decided_by, decided_at, rev
            from decision left join content using (study_id, content_id) where study_id = $1 and round_id = any($2::uuid[])""";
    private static final String CODINGS = """
            select round_id, coding_id, transcript_id, theme_id, span_start, span_end, basis, decision_id
            from reference_coding where study_id = $1 and round_id = any($2::uuid[]) order by place, coding_id""";

    private ConsensusTables() {}

    /** By round; of one of which nothing is settled, {@link Settled#NOTHING}. */
    public static Future<Map<UUID, Settled>> read(SqlConnection connection, UUID study, Collection<UUID> rounds) {
        if (rounds.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        Tuple asked = Tuple.of(study, (Object) rounds.toArray(UUID[]::new));
        Future<List<Row>> decisions = Rows.read(connection, DECISIONS, asked, Function.identity());
        Future<List<Row>> codings = Rows.read(connection, CODINGS, asked, Function.identity());
        return Future.all(decisions, codings).map(v -> {
            var gathered = new HashMap<UUID, Gathered>();
            rounds.forEach(round -> gathered.put(round, new Gathered()));
            codings.result().forEach(row -> of(gathered, row).coding(row));
            decisions.result().forEach(row -> of(gathered, row).decision(row));
            var settled = new HashMap<UUID, Settled>();
            gathered.forEach((round, parts) -> settled.put(round, new Settled(parts.adopted, parts.decisions)));
            return settled;
        });
    }

    static Future<Settled> read(SqlConnection connection, UUID study, UUID round) {
        return read(connection, study, List.of(round)).map(settled -> settled.getOrDefault(round, Settled.NOTHING));
    }

    private static Gathered of(Map<UUID, Gathered> gathered, Row row) {
        return gathered.computeIfAbsent(row.getUUID("round_id"), round -> new Gathered());
    }

    /** What was settled of one round, in the making: codings first. */
    private static final class Gathered {
        private final Map<UUID, ReferenceCoding> adopted = new HashMap<>();
        private final Map<UUID, List<Decided>> decided = new HashMap<>();
        private final Map<Passage, Decision> decisions = new HashMap<>();

        void coding(Row row) {
            UUID id = row.getUUID("coding_id");
            UUID theme = row.getUUID("theme_id");
            Basis basis = Word.parse(Basis.class, row.getString("basis"));
            if (basis == Basis.DECIDED) {
                decided.computeIfAbsent(row.getUUID("decision_id"), decision -> new ArrayList<>())
                        .add(new Decided(id, theme, span(row)));
            } else {
                adopted.put(id, new ReferenceCoding(id, row.getUUID("transcript_id"), theme, span(row), basis));
            }
        }

        void decision(Row row) {
            UUID id = row.getUUID("decision_id");
            var passage = new Passage(row.getUUID("transcript_id"), row.getUUID("theme_id"), span(row));
            decisions.put(
                    passage,
                    new Decision(
                            id,
                            passage,
                            Word.parse(Outcome.class, row.getString("outcome")),
                            decided.getOrDefault(id, List.of()),
                            Contents.text(row),
                            row.getUUID("decided_by"),
                            row.getOffsetDateTime("decided_at").toInstant(),
                            row.getInteger("rev")));
        }

        private static Span span(Row row) {
            return new Span(row.getInteger("span_start"), row.getInteger("span_end"));
        }
    }
}
