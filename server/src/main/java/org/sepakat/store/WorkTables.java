package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.sepakat.study.Anchor;
import org.sepakat.study.Word;
import org.sepakat.study.Work;
import org.sepakat.text.Span;

/** Reads what coders did from {@code coding}, {@code review} and {@code assignment}: a whole round for a snapshot, the touched part for a rule. */
public final class WorkTables {

    private static final String CODING =
            "select c.round_id, c.coder, c.coding_id, c.transcript_id, c.theme_id, c.span_start, c.span_end, c.anchor";
    // One search in the right index per thing asked for: "lateral" keeps the searches apart and "order by" names the
    // index, whatever PostgreSQL
    // knows or does not know yet about a table that grows.
    private static final String NAMED = CODING + """
             from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as q(round_id, coder, coding_id)
            cross join lateral (select * from coding where study_id = $1 and round_id = q.round_id and coder = q.coder
              and coding_id between q.coding_id and q.coding_id order by coding_id limit 1) c""";
    private static final String NEAR = CODING + """
             from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::integer[], $6::integer[], $7::integer[])
              as q(round_id, coder, transcript_id, first, until, reach)
            cross join lateral (select * from coding where study_id = $1 and round_id = q.round_id and coder = q.coder
              and transcript_id = q.transcript_id and span_start >= q.first and span_start < q.until and span_end > q.reach
              order by span_start offset 0) c""";
    private static final String ORPHAN =
            "select o.round_id, o.coder, o.coding_id, o.transcript_id, o.version, o.theme_id, o.span_start, o.span_end from orphan o ";
    private static final String NAMED_ORPHANS = ORPHAN + """
            join unnest($2::uuid[], $3::uuid[], $4::uuid[]) as q(round_id, coder, coding_id) using (round_id, coder, coding_id)
            where o.study_id = $1""";
    private static final String REVIEW = "select r.round_id, r.coder, r.transcript_id, r.span_start, r.span_end";
    private static final String REVIEWED = REVIEW + """
             from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::integer[]) as q(round_id, coder, transcript_id, span_start)
            cross join lateral (select * from review where study_id = $1 and round_id = q.round_id and coder = q.coder
              and transcript_id = q.transcript_id and span_start = q.span_start offset 0) r""";
    private static final String REOPENED = """
            select distinct a.round_id, a.member_id from unnest($2::uuid[], $3::uuid[]) as q(round_id, member_id)
            join assignment a on a.study_id = $1 and a.round_id = q.round_id and a.member_id = q.member_id and a.reopened""";

    /** Of one coder, or of all; but only an open round's work is in its own stream. */
    private static final String IN_STREAM = """
            where study_id = $1 and round_id = $2 and case when $3::uuid is not null then %s = $3
              else exists (select from round r where r.study_id = $1 and r.round_id = $2 and r.mode = 'open') end""";

    private static final String STREAM_CODINGS = CODING + " from coding c " + IN_STREAM.formatted("coder");
    private static final String STREAM_REVIEWS = REVIEW + " from review r " + IN_STREAM.formatted("coder");
    private static final String STREAM_ORPHANS = ORPHAN + IN_STREAM.formatted("coder");
    private static final String STREAM_REOPENED =
            "select distinct round_id, member_id from assignment " + IN_STREAM.formatted("member_id") + " and reopened";

    private static final String IN_ROUNDS = "where study_id = $1 and round_id = any($2::uuid[])";
    private static final String ROUND_CODINGS = CODING + " from coding c " + IN_ROUNDS;
    private static final String ROUND_REVIEWS = REVIEW + " from review r " + IN_ROUNDS;
    private static final String ROUND_ORPHANS = ORPHAN + IN_ROUNDS;
    private static final String ROUND_REOPENED =
            "select distinct round_id, member_id from assignment " + IN_ROUNDS + " and reopened";

    private WorkTables() {}

    /** The part of each coder's work that was asked for; a coder of whom nothing is there has {@link Work#NONE}. */
    public static Future<Map<Coder, Work>> read(SqlConnection connection, UUID study, WorkNeeds needs) {
        Future<List<Row>> named = rows(
                connection,
                NAMED,
                needs.named,
                asked -> Tuple.of(
                        study,
                        Columns.ids(asked, q -> q.coder().round()),
                        Columns.ids(asked, q -> q.coder().member()),
                        Columns.ids(asked, WorkNeeds.Named::coding)));
        Future<List<Row>> orphans = rows(
                connection,
                NAMED_ORPHANS,
                needs.named,
                asked -> Tuple.of(
                        study,
                        Columns.ids(asked, q -> q.coder().round()),
                        Columns.ids(asked, q -> q.coder().member()),
                        Columns.ids(asked, WorkNeeds.Named::coding)));
        Future<List<Row>> near = rows(
                connection,
                NEAR,
                needs.near,
                asked -> Tuple.of(
                        study,
                        Columns.ids(asked, q -> q.coder().round()),
                        Columns.ids(asked, q -> q.coder().member()),
                        Columns.ids(asked, WorkNeeds.Near::transcript),
                        Columns.numbers(asked, WorkNeeds.Near::from),
                        Columns.numbers(asked, WorkNeeds.Near::until),
                        Columns.numbers(asked, WorkNeeds.Near::reach)));
        Future<List<Row>> reviews = rows(
                connection,
                REVIEWED,
                needs.reviews,
                asked -> Tuple.of(
                        study,
                        Columns.ids(asked, q -> q.coder().round()),
                        Columns.ids(asked, q -> q.coder().member()),
                        Columns.ids(asked, WorkNeeds.Reviewed::transcript),
                        Columns.numbers(asked, WorkNeeds.Reviewed::start)));
        Future<List<Row>> reopened = rows(
                connection,
                REOPENED,
                needs.reopened,
                asked -> Tuple.of(study, Columns.ids(asked, Coder::round), Columns.ids(asked, Coder::member)));
        return Future.all(List.of(named, orphans, near, reviews, reopened)).map(v -> {
            var gathered = new Gathered();
            needs.coders.forEach(gathered::of);
            named.result().forEach(gathered::coding);
            orphans.result().forEach(gathered::orphan);
            near.result().forEach(gathered::coding);
            reviews.result().forEach(gathered::review);
            reopened.result().forEach(gathered::reopened);
            return gathered.work();
        });
    }

    /** All that is in a round's stream, or in a coder's private one. */
    static Future<Map<Coder, Work>> readWhole(SqlConnection connection, UUID study, StreamInfo stream) {
        Tuple values = Tuple.of(study, stream.ref().round(), stream.ref().coder());
        return gather(
                Rows.read(connection, STREAM_CODINGS, values, Function.identity()),
                Rows.read(connection, STREAM_ORPHANS, values, Function.identity()),
                Rows.read(connection, STREAM_REVIEWS, values, Function.identity()),
                Rows.read(connection, STREAM_REOPENED, values, Function.identity()));
    }

    /** All that was done in some rounds, whatever streams it is in. */
    public static Future<Map<Coder, Work>> readRounds(SqlConnection connection, UUID study, Collection<UUID> rounds) {
        if (rounds.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        Tuple values = Tuple.of(study, (Object) rounds.toArray(UUID[]::new));
        return gather(
                Rows.read(connection, ROUND_CODINGS, values, Function.identity()),
                Rows.read(connection, ROUND_ORPHANS, values, Function.identity()),
                Rows.read(connection, ROUND_REVIEWS, values, Function.identity()),
                Rows.read(connection, ROUND_REOPENED, values, Function.identity()));
    }

    private static Future<Map<Coder, Work>> gather(
            Future<List<Row>> codings,
            Future<List<Row>> orphans,
            Future<List<Row>> reviews,
            Future<List<Row>> reopened) {
        return Future.all(codings, orphans, reviews, reopened).map(v -> {
            var gathered = new Gathered();
            codings.result().forEach(gathered::coding);
            orphans.result().forEach(gathered::orphan);
            reviews.result().forEach(gathered::review);
            reopened.result().forEach(gathered::reopened);
            return gathered.work();
        });
    }

    /** Works in the making. */
    private static final class Gathered {
        private record Parts(
                Map<UUID, Work.Coding> codings, Set<Work.Reviewed> reviews, Map<UUID, Work.Orphan> orphans) {}

        private final Map<Coder, Parts> parts = new HashMap<>();
        private final Set<Coder> reopened = new HashSet<>();

        Parts of(Coder coder) {
            return parts.computeIfAbsent(coder, c -> new Parts(new TreeMap<>(), new TreeSet<>(), new TreeMap<>()));
        }

        void coding(Row row) {
            UUID id = row.getUUID("coding_id");
            of(new Coder(row.getUUID("round_id"), row.getUUID("coder")))
                    .codings()
                    .put(
                            id,
                            new Work.Coding(
                                    id,
                                    row.getUUID("transcript_id"),
                                    row.getUUID("theme_id"),
                                    span(row),
                                    Word.parse(Anchor.class, row.getString("anchor"))));
        }

        void orphan(Row row) {
            UUID id = row.getUUID("coding_id");
            of(new Coder(row.getUUID("round_id"), row.getUUID("coder")))
                    .orphans()
                    .put(
                            id,
                            new Work.Orphan(
                                    id,
                                    row.getUUID("transcript_id"),
                                    row.getInteger("version"),
                                    row.getUUID("theme_id"),
                                    span(row)));
        }

        void review(Row row) {
            of(new Coder(row.getUUID("round_id"), row.getUUID("coder")))
                    .reviews()
                    .add(new Work.Reviewed(row.getUUID("transcript_id"), span(row)));
        }

        void reopened(Row row) {
            var coder = new Coder(row.getUUID("round_id"), row.getUUID("member_id"));
            of(coder);
            reopened.add(coder);
        }

        Map<Coder, Work> work() {
            var work = new TreeMap<Coder, Work>();
            parts.forEach((coder, part) -> work.put(
                    coder, new Work(part.codings(), part.reviews(), reopened.contains(coder), part.orphans())));
            return work;
        }

        private static Span span(Row row) {
            return new Span(row.getInteger("span_start"), row.getInteger("span_end"));
        }
    }

    private static <Q> Future<List<Row>> rows(
            SqlConnection connection, String sql, Collection<Q> asked, Function<Collection<Q>, Tuple> values) {
        return asked.isEmpty()
                ? Future.succeededFuture(List.of())
                : Rows.read(connection, sql, values.apply(asked), Function.identity());
    }
}
