package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.UUID;
import org.sepakat.http.Seats.Seat;
import org.sepakat.store.Looks;
import org.sepakat.store.StudyScope;
import org.sepakat.store.StudyScope.Isolation;
import org.sepakat.study.Round;
import org.sepakat.study.Visibility.Sight;
import org.sepakat.study.Visibility.Thing;

/** Lets a caller see something of a round, or not. A look at a round that is blind is recorded, durably, before it is answered. */
final class Sights {
    private final Seats seats;
    private final StudyScope scope;
    private final Audit audit;
    private final Clock clock;

    Sights(Seats seats, StudyScope scope, Audit audit, Clock clock) {
        this.seats = seats;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** A round that the caller may see something of. */
    record Seen(Seat seat, Round round) {}

    /**
     * Of the round that the call's path names.
     *
     * @param name of the thing, in the record of looks
     */
    Future<Seen> look(Call call, Thing thing, String name) {
        return seats.get(call.session(), call.id("study")).compose(seat -> {
            Round round = seat.study().rounds().get(call.id("round"));
            Sight sight = round == null
                    ? Sight.NO
                    : seat.visibility().of(seat.member().id(), round, thing);
            if (round == null || sight == Sight.NO) {
                throw Refused.notFound();
            }
            var seen = new Seen(seat, round);
            return sight == Sight.LOGGED ? record(call, seen, name).map(seen) : Future.succeededFuture(seen);
        });
    }

    private Future<Void> record(Call call, Seen seen, String name) {
        UUID study = seen.seat().study().id();
        return scope.within(
                study,
                Isolation.READ_COMMITTED,
                connection -> insertLook(connection, seen, name)
                        .compose(v -> audit.write(
                                connection,
                                "look",
                                call.session().account().id(),
                                study,
                                AccountRoutes.from(call)
                                        .put("round", seen.round().id().toString())
                                        .put("thing", name))));
    }

    /** Who was assigned in this very moment sees nothing. */
    private Future<Void> insertLook(SqlConnection connection, Seen seen, String name) {
        return Looks.record(
                        connection,
                        seen.seat().study().id(),
                        seen.round().id(),
                        seen.seat().member().id(),
                        name,
                        clock.instant())
                .compose(given -> given ? Future.succeededFuture() : Future.failedFuture(Refused.notFound()));
    }
}
