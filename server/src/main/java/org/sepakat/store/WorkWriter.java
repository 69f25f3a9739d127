package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sepakat.study.Round;
import org.sepakat.study.Study;
import org.sepakat.study.Work;

/** Writes the difference between two states of coders' work: at most seven statements, however many acts there were. */
public final class WorkWriter {

    // Each row is found by one search in its index, as WorkTables finds what it reads.
    private static final String REMOVE_CODINGS = """
            delete from coding where ctid = any(array(
              select c.ctid from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as q(round_id, coder, coding_id)
              cross join lateral (select ctid from coding where study_id = $1 and round_id = q.round_id and coder = q.coder
                and coding_id between q.coding_id and q.coding_id order by coding_id limit 1) c))""";
    private static final String ADD_CODINGS = """
            insert into coding (study_id, round_id, coder, coding_id, transcript_id, version, theme_id, span_start, span_end, anchor)
            select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::integer[], $7::uuid[], $8::integer[], $9::integer[],
              $10::text[])""";
    private static final String REMOVE_ORPHANS = """
            delete from orphan o using unnest($2::uuid[], $3::uuid[], $4::uuid[]) as q(round_id, coder, coding_id)
            where o.study_id = $1 and o.round_id = q.round_id and o.coder = q.coder and o.coding_id = q.coding_id""";
    private static final String ADD_ORPHANS = """
            insert into orphan (study_id, round_id, coder, coding_id, transcript_id, version, theme_id, span_start, span_end)
            select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::integer[], $7::uuid[], $8::integer[], $9::integer[])""";
    private static final String REMOVE_REVIEWS = """
            delete from review where ctid = any(array(
              select r.ctid from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::integer[])
                as q(round_id, coder, transcript_id, span_start)
              cross join lateral (select ctid from review where study_id = $1 and round_id = q.round_id and coder = q.coder
                and transcript_id = q.transcript_id and span_start = q.span_start limit 1) r))""";
    private static final String ADD_REVIEWS = """
            insert into review (study_id, round_id, coder, transcript_id, version, span_start, span_end)
            select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::integer[], $6::integer[], $7::integer[])""";
    private static final String REOPEN = """
            update assignment a set reopened = q.reopened from unnest($2::uuid[], $3::uuid[], $4::boolean[])
              as q(round_id, member_id, reopened)
            where a.study_id = $1 and a.round_id = q.round_id and a.member_id = q.member_id""";

    private record Coding(Coder coder, int version, Work.Coding coding) {}

    private record Orphan(Coder coder, Work.Orphan orphan) {}

    private record Review(Coder coder, int version, Work.Reviewed review) {}

    private record Reopened(Coder coder, boolean reopened) {}

    private final SqlConnection connection;
    private final Study study;
    private final List<Coding> removedCodings = new ArrayList<>();
    private final List<Coding> addedCodings = new ArrayList<>();
    private final List<Orphan> removedOrphans = new ArrayList<>();
    private final List<Orphan> addedOrphans = new ArrayList<>();
    private final List<Review> removedReviews = new ArrayList<>();
    private final List<Review> addedReviews = new ArrayList<>();
    private final List<Reopened> reopened = new ArrayList<>();

    private WorkWriter(SqlConnection connection, Study study) {
        this.connection = connection;
        this.study = study;
    }

    /** Both states hold the same coders. */
    public static Future<Void> write(
            SqlConnection connection, Study study, Map<Coder, Work> before, Map<Coder, Work> after) {
        var writer = new WorkWriter(connection, study);
        after.forEach((coder, work) -> writer.compare(coder, Objects.requireNonNull(before.get(coder)), work));
        return writer.send();
    }

    private void compare(Coder coder, Work before, Work after) {
        if (before.equals(after)) {
            return;
        }
        before.codings().forEach((id, coding) -> {
            if (!coding.equals(after.codings().get(id))) {
                removedCodings.add(new Coding(coder, version(coder, coding.transcript()), coding));
            }
        });
        after.codings().forEach((id, coding) -> {
            if (!coding.equals(before.codings().get(id))) {
                addedCodings.add(new Coding(coder, version(coder, coding.transcript()), coding));
            }
        });
        before.reviews().stream()
                .filter(review -> !after.reviews().contains(review))
                .forEach(review -> removedReviews.add(new Review(coder, version(coder, review.transcript()), review)));
        after.reviews().stream()
                .filter(review -> !before.reviews().contains(review))
                .forEach(review -> addedReviews.add(new Review(coder, version(coder, review.transcript()), review)));
        before.orphans().values().stream()
                .filter(orphan -> !after.orphans().containsKey(orphan.id()))
                .forEach(orphan -> removedOrphans.add(new Orphan(coder, orphan)));
        after.orphans().values().stream()
                .filter(orphan -> !before.orphans().containsKey(orphan.id()))
                .forEach(orphan -> addedOrphans.add(new Orphan(coder, orphan)));
        if (before.reopened() != after.reopened()) {
            reopened.add(new Reopened(coder, after.reopened()));
        }
    }

    private int version(Coder coder, UUID transcript) {
        Round round = Objects.requireNonNull(study.rounds().get(coder.round()));
        return Objects.requireNonNull(round.versionOf(transcript));
    }

    private Future<Void> send() {
        return Future.join(List.of(
                        Columns.send(
                                connection,
                                REMOVE_CODINGS,
                                removedCodings,
                                codings -> Tuple.of(
                                        study.id(),
                                        Columns.ids(codings, c -> c.coder().round()),
                                        Columns.ids(codings, c -> c.coder().member()),
                                        Columns.ids(codings, c -> c.coding().id()))),
                        Columns.send(
                                connection,
                                ADD_CODINGS,
                                addedCodings,
                                codings -> Tuple.from(new Object[] {
                                    study.id(),
                                    Columns.ids(codings, c -> c.coder().round()),
                                    Columns.ids(codings, c -> c.coder().member()),
                                    Columns.ids(codings, c -> c.coding().id()),
                                    Columns.ids(codings, c -> c.coding().transcript()),
                                    Columns.numbers(codings, Coding::version),
                                    Columns.ids(codings, c -> c.coding().theme()),
                                    Columns.numbers(
                                            codings, c -> c.coding().span().start()),
                                    Columns.numbers(
                                            codings, c -> c.coding().span().end()),
                                    Columns.texts(
                                            codings, c -> c.coding().anchor().word())
                                })),
                        Columns.send(
                                connection,
                                REMOVE_ORPHANS,
                                removedOrphans,
                                orphans -> Tuple.of(
                                        study.id(),
                                        Columns.ids(orphans, o -> o.coder().round()),
                                        Columns.ids(orphans, o -> o.coder().member()),
                                        Columns.ids(orphans, o -> o.orphan().id()))),
                        Columns.send(
                                connection,
                                ADD_ORPHANS,
                                addedOrphans,
                                orphans -> Tuple.from(new Object[] {
                                    study.id(),
                                    Columns.ids(orphans, o -> o.coder().round()),
                                    Columns.ids(orphans, o -> o.coder().member()),
                                    Columns.ids(orphans, o -> o.orphan().id()),
                                    Columns.ids(orphans, o -> o.orphan().transcript()),
                                    Columns.numbers(orphans, o -> o.orphan().version()),
                                    Columns.ids(orphans, o -> o.orphan().theme()),
                                    Columns.numbers(
                                            orphans, o -> o.orphan().span().start()),
                                    Columns.numbers(
                                            orphans, o -> o.orphan().span().end())
                                })),
                        Columns.send(
                                connection,
                                REMOVE_REVIEWS,
                                removedReviews,
                                reviews -> Tuple.of(
                                        study.id(),
                                        Columns.ids(reviews, r -> r.coder().round()),
                                        Columns.ids(reviews, r -> r.coder().member()),
                                        Columns.ids(reviews, r -> r.review().transcript()),
                                        Columns.numbers(
                                                reviews, r -> r.review().span().start()))),
                        Columns.send(
                                connection,
                                ADD_REVIEWS,
                                addedReviews,
                                reviews -> Tuple.from(new Object[] {
                                    study.id(),
                                    Columns.ids(reviews, r -> r.coder().round()),
                                    Columns.ids(reviews, r -> r.coder().member()),
                                    Columns.ids(reviews, r -> r.review().transcript()),
                                    Columns.numbers(reviews, Review::version),
                                    Columns.numbers(
                                            reviews, r -> r.review().span().start()),
                                    Columns.numbers(
                                            reviews, r -> r.review().span().end())
                                })),
                        Columns.send(
                                connection,
                                REOPEN,
                                reopened,
                                coders -> Tuple.of(
                                        study.id(),
                                        Columns.ids(coders, r -> r.coder().round()),
                                        Columns.ids(coders, r -> r.coder().member()),
                                        coders.stream().map(Reopened::reopened).toArray(Boolean[]::new)))))
                .mapEmpty();
    }
}
