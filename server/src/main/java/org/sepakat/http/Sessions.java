package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sepakat.live.SignedIn;

/**
 * Who is signed in, in PostgreSQL; of a cookie's token only the hash is kept. A session ends after an hour without a request or an act by hand, open pages
 * or not, and after twelve hours in any case.
 */
final class Sessions implements SignedIn {
    static final Duration IDLE = Duration.ofMinutes(60);
    static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration TOUCH_AFTER = Duration.ofMinutes(1);
    private static final int USER_AGENT = 200;
    private static final HexFormat HEX = HexFormat.of();
    private static final String GOOD = "session.created_at > $1 and session.last_seen_at > $2";

    private final Pool pool;
    private final Clock clock;
    private final Supplier<String> tokens;
    private final Consumer<String> ended;

    /**
     * @param ended is told the key of each session that somebody ends
     */
    Sessions(Pool pool, Clock clock, Supplier<String> tokens, Consumer<String> ended) {
        this.pool = pool;
        this.clock = clock;
        this.tokens = tokens;
        this.ended = ended;
    }

    /** A new session and the token for its cookie. */
    record Started(Session session, String token) {}

    Future<Started> start(Account account, @Nullable String userAgent) {
        String token = tokens.get();
        var session = new Session(HEX.formatHex(Tokens.hash(token)), account, tokens.get());
        String agent = userAgent == null ? "" : userAgent.substring(0, Math.min(USER_AGENT, userAgent.length()));
        return pool.preparedQuery(
                        "insert into session (token_hash, account_id, csrf_token, created_at, last_seen_at, user_agent)"
                                + " values ($1, $2, $3, $4, $4, $5)")
                .execute(Tuple.of(bytes(session.key()), account.id(), session.csrf(), time(clock.instant()), agent))
                .map(new Started(session, token));
    }

    /** @param keeps whether that somebody asks keeps the session from running out */
    Future<Optional<Session>> find(String token, boolean keeps) {
        String key = HEX.formatHex(Tokens.hash(token));
        return pool.preparedQuery("select csrf_token, last_seen_at, account_id, name, display_name, operator, language"
                        + " from session join account using (account_id) where token_hash = $3 and disabled_at is null and "
                        + GOOD)
                .execute(good().addValue(bytes(key)))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        return Future.succeededFuture(Optional.empty());
                    }
                    Row row = rows.iterator().next();
                    var session = new Session(key, Accounts.of(row), row.getString("csrf_token"));
                    return keeps
                            ? touch(Set.of(key), row.getOffsetDateTime("last_seen_at"))
                                    .map(Optional.of(session))
                            : Future.succeededFuture(Optional.of(session));
                });
    }

    @Override
    public Future<Set<String>> stillGood(Set<String> keys, Set<String> active) {
        return pool.preparedQuery("select token_hash, last_seen_at from session join account using (account_id)"
                        + " where token_hash = any ($3) and disabled_at is null and "
                        + GOOD)
                .execute(good().addValue(bytes(keys)))
                .compose(rows -> {
                    Map<String, OffsetDateTime> good = Accounts.stream(rows)
                            .collect(Collectors.toMap(Sessions::key, row -> row.getOffsetDateTime("last_seen_at")));
                    Set<String> touched = new HashSet<>(active);
                    touched.retainAll(good.keySet());
                    return touched.stream()
                            .map(good::get)
                            .min(OffsetDateTime::compareTo)
                            .map(oldest -> touch(touched, oldest))
                            .orElse(Future.succeededFuture())
                            .map(good.keySet());
                });
    }

    private static String key(Row row) {
        return HEX.formatHex(row.getBuffer("token_hash").getBytes());
    }

    private Future<Void> touch(Set<String> keys, OffsetDateTime lastSeen) {
        Instant now = clock.instant();
        return lastSeen.toInstant().isAfter(now.minus(TOUCH_AFTER))
                ? Future.succeededFuture()
                : pool.preparedQuery("update session set last_seen_at = $1 where token_hash = any ($2)")
                        .execute(Tuple.of(time(now)).addValue(bytes(keys)))
                        .mapEmpty();
    }

    Future<Void> end(String key) {
        return ended(pool.preparedQuery("delete from session where token_hash = $1 returning token_hash")
                .execute(Tuple.of(bytes(key))));
    }

    Future<Void> endByToken(String token) {
        return end(HEX.formatHex(Tokens.hash(token)));
    }

    /** Ends one of an account's own sessions, named as its owner sees it; says whether there was one. */
    Future<Boolean> end(UUID account, String publicKey) {
        return pool.preparedQuery(
                        "delete from session where account_id = $1 and left(encode(token_hash, 'hex'), length($2)) = $2 returning token_hash")
                .execute(Tuple.of(account, publicKey))
                .map(rows -> {
                    tell(rows);
                    return rows.size() > 0;
                });
    }

    /** Ends all sessions of an account but one. */
    Future<Void> endOthers(UUID account, String keptKey) {
        return ended(pool.preparedQuery(
                        "delete from session where account_id = $1 and token_hash <> $2 returning token_hash")
                .execute(Tuple.of(account, bytes(keptKey))));
    }

    private Future<Void> ended(Future<? extends Iterable<Row>> deleted) {
        return deleted.map(rows -> {
            tell(rows);
            return null;
        });
    }

    private void tell(Iterable<Row> rows) {
        rows.forEach(row -> ended.accept(key(row)));
    }

    /** An account's sessions that are good, newest first. */
    Future<JsonArray> list(Session own) {
        return pool.preparedQuery(
                        "select * from session where account_id = $3 and " + GOOD + " order by created_at desc")
                .execute(good().addValue(own.account().id()))
                .map(rows -> new JsonArray(
                        Accounts.stream(rows).map(row -> toJson(row, own)).toList()));
    }

    private static JsonObject toJson(Row row, Session own) {
        String key = key(row);
        return new JsonObject()
                .put("session", key.substring(0, Session.PUBLIC_KEY_DIGITS))
                .put(
                        "created_at",
                        row.getOffsetDateTime("created_at").toInstant().toString())
                .put(
                        "last_seen_at",
                        row.getOffsetDateTime("last_seen_at").toInstant().toString())
                .put("user_agent", row.getString("user_agent"))
                .put("current", key.equals(own.key()));
    }

    /** Forgets what has run out. */
    Future<Void> sweep() {
        return pool.preparedQuery("delete from session where not (" + GOOD + ")")
                .execute(good())
                .mapEmpty();
    }

    private Tuple good() {
        Instant now = clock.instant();
        return Tuple.of(time(now.minus(LONGEST)), time(now.minus(IDLE)));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Buffer bytes(String key) {
        return Buffer.buffer(HEX.parseHex(key));
    }

    private static Buffer[] bytes(Set<String> keys) {
        return List.copyOf(keys).stream().map(Sessions::bytes).toArray(Buffer[]::new);
    }
}
