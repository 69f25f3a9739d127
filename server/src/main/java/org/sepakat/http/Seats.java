package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sepakat.live.Membership;
import org.sepakat.store.StudyReader;
import org.sepakat.store.StudyScope;
import org.sepakat.store.StudyScope.Isolation;
import org.sepakat.study.Member;
import org.sepakat.study.Study;
import org.sepakat.study.Visibility;

/** Which studies an account is in, and as whom. */
final class Seats implements Membership {
    private final Pool pool;
    private final StudyScope scope;
    private final StudyReader reader;

    Seats(Pool pool, StudyScope scope, StudyReader reader) {
        this.pool = pool;
        this.scope = scope;
        this.reader = reader;
    }

    /** A member's place in a study as it stands now. */
    record Seat(StudyReader.Overview overview, Member member) {

        Study study() {
            return overview.study();
        }

        Visibility visibility() {
            return new Visibility(study());
        }
    }

    @Override
    public Future<Optional<UUID>> member(UUID account, UUID study) {
        return pool.preparedQuery("select member_id from account_study where account_id = $1 and study_id = $2")
                .execute(Tuple.of(account, study))
                .map(rows -> Accounts.stream(rows)
                        .map(row -> row.getUUID("member_id"))
                        .findFirst());
    }

    /** Unknown, foreign and left studies are one: not found. */
    Future<Seat> get(Session session, UUID study) {
        return member(session.account().id(), study)
                .compose(member -> reader.overview(study)
                        .map(overview -> overview.flatMap(
                                seen -> member.flatMap(seen.study()::findMember).map(seat -> new Seat(seen, seat)))))
                .map(seat -> seat.orElseThrow(Refused::notFound));
    }

    /** The caller's studies with name and role, by name. */
    Future<JsonArray> list(Session session) {
        return pool.preparedQuery("select study_id from account_study where account_id = $1")
                .execute(Tuple.of(session.account().id()))
                .map(rows -> Accounts.stream(rows)
                        .map(row -> row.getUUID("study_id"))
                        .toList())
                .compose(studies ->
                        studies.isEmpty() ? Future.succeededFuture(new JsonArray()) : names(session, studies));
    }

    private Future<JsonArray> names(Session session, List<UUID> studies) {
        return scope.within(
                studies,
                Isolation.SNAPSHOT,
                connection -> connection
                        .preparedQuery("select study_id, study.name, role from study join member using (study_id)"
                                + " where account_id = $1 and not removed order by lower(study.name), study_id")
                        .execute(Tuple.of(session.account().id()))
                        .map(rows -> new JsonArray(Accounts.stream(rows)
                                .map(row -> new JsonObject()
                                        .put("study", row.getUUID("study_id").toString())
                                        .put("name", row.getString("name"))
                                        .put("role", row.getString("role")))
                                .toList())));
    }
}
