package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sepakat.consensus.Decision;
import org.sepakat.consensus.Settled;
import org.sepakat.study.ConsensusAct.Decided;
import org.sepakat.study.ReferenceCoding;
import org.sepakat.study.ReferenceCoding.Basis;
import org.sepakat.study.Round;
import org.sepakat.study.Study;

/** Writes the difference between two states of what was settled: at most four statements, however many acts there were. */
public final class ConsensusWriter {

    private static final String EMPTY =
            "delete from reference_coding where study_id = $1 and round_id = any($2::uuid[]) and decision_id = any($3::uuid[])";
    private static final String REMOVE =
            "delete from decision where study_id = $1 and round_id = any($2::uuid[]) and decision_id = any($3::uuid[])";
    private static final String DECIDE = """
            insert into decision (study_id, round_id, transcript_id, theme_id, span_start, span_end, version, decision_id, outcome,
              content_id, decided_by, decided_at, rev)
            select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::integer[], $6::integer[], $7::integer[], $8::uuid[],
              $9::text[], $10::uuid[], $11::uuid[], $12::timestamptz[], $13::integer[])""";
    private static final String HOLD = """
            insert into reference_coding (study_id, round_id, coding_id, transcript_id, version, theme_id, span_start, span_end,
              basis, decision_id, place)
            select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::integer[], $6::uuid[], $7::integer[], $8::integer[],
              $9::text[], $10::uuid[], $11::integer[])""";

    private record InRound(Round round, Decision decision) {}

    private record Held(
            Round round, ReferenceCoding coding, @Nullable UUID decision, int place) {}

    private final SqlConnection connection;
    private final Study study;
    private final List<InRound> removed = new ArrayList<>();
    private final List<InRound> added = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();

    private ConsensusWriter(SqlConnection connection, Study study) {
        this.connection = connection;
        this.study = study;
    }

    /** Both states hold the same rounds. */
    public static Future<Void> write(
            SqlConnection connection, Study study, Map<UUID, Settled> before, Map<UUID, Settled> after) {
        var writer = new ConsensusWriter(connection, study);
        after.forEach((round, settled) -> writer.compare(
                Objects.requireNonNull(study.rounds().get(round)), Objects.requireNonNull(before.get(round)), settled));
        return writer.send();
    }

    private void compare(Round round, Settled before, Settled after) {
        before.decisions().forEach((passage, decision) -> {
            if (!decision.equals(after.decisions().get(passage))) {
                removed.add(new InRound(round, decision));
            }
        });
        after.decisions().forEach((passage, decision) -> {
            if (!decision.equals(before.decisions().get(passage))) {
                added.add(new InRound(round, decision));
                hold(round, decision);
            }
        });
        after.adopted().forEach((id, coding) -> {
            if (!before.adopted().containsKey(id)) {
                held.add(new Held(round, coding, null, 0));
            }
        });
    }

    private void hold(Round round, Decision decision) {
        for (Decided coding : decision.codings()) {
            var standing = new ReferenceCoding(
                    coding.coding(), decision.passage().transcript(), coding.theme(), coding.span(), Basis.DECIDED);
            held.add(new Held(round, standing, decision.id(), decision.codings().indexOf(coding)));
        }
    }

    private static int version(Round round, UUID transcript) {
        return Objects.requireNonNull(round.versionOf(transcript));
    }

    private Future<Void> send() {
        Function<List<InRound>, Tuple> which = decisions -> Tuple.of(
                study.id(),
                Columns.ids(decisions, d -> d.round().id()),
                Columns.ids(decisions, d -> d.decision().id()));
        return Future.join(List.of(
                        Columns.send(connection, EMPTY, removed, which),
                        Columns.send(connection, REMOVE, removed, which),
                        Columns.send(connection, DECIDE, added, this::decisions),
                        Columns.send(connection, HOLD, held, this::codings)))
                .mapEmpty();
    }

    private Tuple decisions(List<InRound> decisions) {
        return Tuple.from(new @Nullable Object[] {
            study.id(),
            Columns.ids(decisions, d -> d.round().id()),
            Columns.ids(decisions, d -> d.decision().passage().transcript()),
            Columns.ids(decisions, d -> d.decision().passage().theme()),
            Columns.numbers(decisions, d -> d.decision().passage().segment().start()),
            Columns.numbers(decisions, d -> d.decision().passage().segment().end()),
            Columns.numbers(
                    decisions, d -> version(d.round(), d.decision().passage().transcript())),
            Columns.ids(decisions, d -> d.decision().id()),
            Columns.texts(decisions, d -> d.decision().outcome().word()),
            decisions.stream().map(d -> d.decision().reason().content()).toArray(UUID[]::new),
            Columns.ids(decisions, d -> d.decision().by()),
            decisions.stream()
                    .map(d -> d.decision().at().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new),
            Columns.numbers(decisions, d -> d.decision().rev())
        });
    }

    private Tuple codings(List<Held> codings) {
        return Tuple.from(new @Nullable Object[] {
            study.id(),
            Columns.ids(codings, c -> c.round().id()),
            Columns.ids(codings, c -> c.coding().id()),
            Columns.ids(codings, c -> c.coding().transcript()),
            Columns.numbers(codings, c -> version(c.round(), c.coding().transcript())),
            Columns.ids(codings, c -> c.coding().theme()),
            Columns.numbers(codings, c -> c.coding().span().start()),
            Columns.numbers(codings, c -> c.coding().span().end()),
            Columns.texts(codings, c -> c.coding().basis().word()),
            codings.stream().map(Held::decision).toArray(UUID[]::new),
            Columns.numbers(codings, Held::place)
        });
    }
}
