package org.sepakat.load;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.sepakat.faults.Person;
import org.sepakat.faults.Rig;
import org.sepakat.store.StudyScope;

/**
 * A study that grows from a thousand codings to a million, all in one open round by twenty coders: what an act costs at each size, and how long a coder waits who
 * opens the study. The codings come by SQL, as the acts would have left them.
 */
final class Growth {

    private static final int CODERS = 20;
    private static final int ACTS = 2_000;
    private static final int AT_ONCE = 50_000;
    private static final int BATCH = 10;
    private static final int MOST_SECONDS = 60;
    private static final int OPENINGS = 3;

    private static final String ROWS = """
        with made as (
          select place, gen_random_uuid() as op_id, gen_random_uuid() as coding_id,
            ($3::uuid[])[1 + place % cardinality($3::uuid[])] as coder, ($5::uuid[])[1 + place % cardinality($5::uuid[])] as theme_id,
            ($6::integer + place) % 80000 as first, 5 + ($6::integer + place) / 80000 as length
          from generate_series(1, $7::integer) as place),
        recorded as (
          insert into op (study_id, stream_id, seq, actor, op_id, payload_sha256, kind, body, at)
          select $1::uuid, stream_id, head + place, coder, op_id, sha256(uuid_send(coding_id)), 'coding.apply', jsonb_build_object(
            'round', $2::uuid, 'coding', coding_id, 'transcript', $4::uuid, 'theme', theme_id, 'start', first, 'end', first + length,
            'replaces', '[]'::jsonb), now()
          from made, stream where study_id = $1::uuid and round_id = $2::uuid),
        moved as (update stream set head = head + $7::integer where study_id = $1::uuid and round_id = $2::uuid)
        insert into coding (study_id, round_id, coder, coding_id, transcript_id, version, theme_id, span_start, span_end)
        select $1::uuid, $2::uuid, coder, coding_id, $4::uuid, 1, theme_id, first, first + length from made\
        """;

    /** Numbers of codings that none of those by SQL has. */
    private static final int FIRST = 5_000_000;

    private final Ground ground;
    private final List<Person> coders;
    private final UUID round;
    private final ClosedLoop loop;
    private int codings;

    private Growth(Ground ground) {
        this.ground = ground;
        this.coders = ground.coders(CODERS);
        this.round = ground.openRound(coders);
        this.loop = new ClosedLoop(ground, round, coders, FIRST);
    }

    static List<Figure> measure(Ground ground) {
        return new Growth(ground).measure();
    }

    private List<Figure> measure() {
        UUID elsewhere = ground.openRound(coders);
        new ClosedLoop(ground, elsewhere, coders, 0).run(BATCH, 0, ground.scale.seconds(20), Integer.MAX_VALUE / 2);
        var figures = new ArrayList<Figure>();
        double first = 0;
        for (int size = 1_000; size <= ground.scale.count(1_000_000, 10_000); size *= 10) {
            grow(size - codings);
            double cost = loop.run(BATCH, 0, MOST_SECONDS, ACTS).microsPerAct();
            codings = size + ACTS;
            first = first == 0 ? cost : first;
            String name = "study of %,d codings, ".formatted(size);
            Figure perAct = Figure.of(name + "cost of an act", cost, "µs");
            figures.add(
                    size == 1_000
                            ? perAct
                            : perAct.beside("the same at 1,000", first).ratioAtMost(1.5));
            figures.addAll(open(name));
        }
        return figures;
    }

    private void grow(int by) {
        Pool pool = ground.rig.database.appPool(1);
        var scope = new StudyScope(pool);
        for (int from = 0; from < by; from += AT_ONCE) {
            Tuple values = values(codings + from, Math.min(AT_ONCE, by - from));
            Rig.await(scope.within(
                    ground.rig.study,
                    StudyScope.Isolation.READ_COMMITTED,
                    connection -> connection.preparedQuery(ROWS).execute(values)));
        }
        Rig.await(pool.close());
    }

    private Tuple values(int from, int count) {
        JsonObject any = ground.rig.coding(round, 0).getJsonObject("body");
        UUID[] themes = IntStream.range(0, 3)
                .mapToObj(n -> ground.rig.coding(round, n).getJsonObject("body").getString("theme"))
                .map(UUID::fromString)
                .toArray(UUID[]::new);
        return Tuple.from(new Object[] {
            ground.rig.study,
            round,
            coders.stream().map(Person::member).toArray(UUID[]::new),
            UUID.fromString(any.getString("transcript")),
            themes,
            from,
            count
        });
    }

    /** As a page does that was never there: all streams from nothing. */
    private List<Figure> open(String name) {
        var bytes = new AtomicLong();
        var seconds = new double[OPENINGS];
        for (int i = 0; i < OPENINGS; i++) {
            bytes.set(0);
            Page page = ground.page(
                    coders.get(0), message -> bytes.addAndGet(message.bytes().length()));
            long start = System.nanoTime();
            Rig.await(page.follow());
            seconds[i] = (System.nanoTime() - start) / 1e9;
            page.close();
        }
        Arrays.sort(seconds);
        return List.of(
                Figure.of(name + "time to open it, median of " + OPENINGS, seconds[OPENINGS / 2] * 1e3, "ms"),
                Figure.of(name + "size of what comes then", bytes.get() / 1e6, "MB"));
    }
}
