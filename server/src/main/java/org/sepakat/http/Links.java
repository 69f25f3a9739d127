package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One-time links, in PostgreSQL by the hash of their token. A link that was used, ran out or never was: one answer. */
public final class Links {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final Clock clock;
    private final Supplier<String> tokens;

    public Links(Clock clock, Supplier<String> tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    /** What a link is for, as the database writes it. */
    enum Purpose {
        FIRST_RUN("first-run"),
        SIGN_IN("sign-in"),
        RESET("reset"),
        INVITATION("invitation");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }
    }

    /** What a link leads to; account for those that sign in, study and member for an invitation. */
    record Target(
            Purpose purpose,
            @Nullable UUID account,
            @Nullable UUID study,
            @Nullable UUID member) {}

    /** A link just made; the token is told this once. */
    public record Made(String token, Instant expiresAt) {}

    public Future<Made> firstRun(Pool pool) {
        return replace(pool, new Target(Purpose.FIRST_RUN, null, null, null), A_WEEK);
    }

    public Future<Made> signIn(Pool pool, UUID account) {
        return replace(pool, new Target(Purpose.SIGN_IN, account, null, null), AN_HOUR);
    }

    public Future<Made> reset(Pool pool, UUID account) {
        return replace(pool, new Target(Purpose.RESET, account, null, null), AN_HOUR);
    }

    Future<Made> invitation(Pool pool, UUID study, UUID member) {
        return replace(pool, new Target(Purpose.INVITATION, null, study, member), A_WEEK);
    }

    /** Makes a link; earlier unused ones to the same place end. */
    private Future<Made> replace(Pool pool, Target target, Duration life) {
        String token = tokens.get();
        Instant now = clock.instant();
        var made = new Made(token, now.plus(life));
        return pool.withTransaction(tx -> tx.preparedQuery("delete from link where purpose = $1 and used_at is null"
                                + " and account_id is not distinct from $2 and study_id is not distinct from $3"
                                + " and member_id is not distinct from $4")
                        .execute(Tuple.of(target.purpose().word, target.account(), target.study(), target.member()))
                        .compose(deleted -> tx.preparedQuery(
                                        "insert into link (token_hash, purpose, account_id, study_id, member_id, created_at, expires_at)"
                                                + " values ($1, $2, $3, $4, $5, $6, $7)")
                                .execute(Tuple.of(
                                        hash(token),
                                        target.purpose().word,
                                        target.account(),
                                        target.study(),
                                        target.member(),
                                        now.atOffset(ZoneOffset.UTC),
                                        made.expiresAt().atOffset(ZoneOffset.UTC)))))
                .map(made);
    }

    /** Uses a link up, in the transaction of what it allows; of two who try at once one gets it. */
    Future<Target> use(SqlClient tx, String token, Purpose... purposes) {
        return tx.preparedQuery("update link set used_at = $2 where token_hash = $1 and purpose = any ($3)"
                        + " and used_at is null and expires_at > $2 returning purpose, account_id, study_id, member_id")
                .execute(Tuple.of(hash(token), clock.instant().atOffset(ZoneOffset.UTC), words(purposes)))
                .map(rows ->
                        Accounts.stream(rows).findFirst().map(Links::target).orElseThrow(Refused::notFound));
    }

    /** What an invitation leads to, leaving it unused. */
    Future<Optional<Target>> look(Pool pool, String token) {
        return pool.preparedQuery("select purpose, account_id, study_id, member_id from link"
                        + " where token_hash = $1 and purpose = any ($3) and used_at is null and expires_at > $2")
                .execute(Tuple.of(hash(token), clock.instant().atOffset(ZoneOffset.UTC), words(Purpose.INVITATION)))
                .map(rows -> Accounts.stream(rows).findFirst().map(Links::target));
    }

    private static Target target(Row row) {
        String word = row.getString("purpose");
        Purpose purpose = Purpose.INVITATION;
        for (Purpose candidate : Purpose.values()) {
            purpose = candidate.word.equals(word) ? candidate : purpose;
        }
        return new Target(purpose, row.getUUID("account_id"), row.getUUID("study_id"), row.getUUID("member_id"));
    }

    private static String[] words(Purpose... purposes) {
        return java.util.Arrays.stream(purposes).map(purpose -> purpose.word).toArray(String[]::new);
    }

    private static Buffer hash(String token) {
        return Buffer.buffer(Tokens.hash(token));
    }
}
