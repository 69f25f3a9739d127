package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The accounts of this server, in PostgreSQL. Disabled ones are as good as absent. */
public final class Accounts {
    private static final String COLUMNS = "account_id, name, display_name, operator, language";

    private final Pool pool;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public Accounts(Pool pool, Clock clock, Supplier<UUID> ids) {
        this.pool = pool;
        this.clock = clock;
        this.ids = ids;
    }

    /** An account with what its password is checked against; null if it has none. */
    record WithPassword(Account account, @Nullable String hash) {}

    /** A name that is not taken yet. The display name is the same at first. */
    public Future<Account> add(
            SqlClient client, String name, @Nullable String hash, boolean operator, @Nullable String language) {
        String tidy = requireName(name);
        var account = new Account(ids.get(), tidy, tidy, operator, language);
        return client.preparedQuery(
                        "insert into account (account_id, name, display_name, password_hash, operator, language, created_at)"
                                + " values ($1, $2, $3, $4, $5, $6, $7)")
                .execute(Tuple.of(
                        account.id(),
                        tidy,
                        tidy,
                        hash,
                        operator,
                        language,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .map(account)
                .recover(failure -> Future.failedFuture(
                        failure instanceof PgException pg && "23505".equals(pg.getSqlState())
                                ? Refused.bad("name", "That name is taken: choose another one.")
                                : failure));
    }

    private static String requireName(String name) {
        String tidy = name.strip();
        if (tidy.length() < 2 || tidy.codePoints().anyMatch(Character::isISOControl)) {
            throw Refused.bad("name", "A name has at least two characters, on one line.");
        }
        return tidy;
    }

    public Future<Optional<Account>> find(String name) {
        return findWithPassword(name).map(found -> found.map(WithPassword::account));
    }

    Future<Optional<WithPassword>> findWithPassword(String name) {
        return one("where lower(name) = lower($1)", Tuple.of(name.strip()));
    }

    Future<WithPassword> get(UUID account) {
        return one("where account_id = $1", Tuple.of(account)).map(found -> found.orElseThrow(Refused::notSignedIn));
    }

    private Future<Optional<WithPassword>> one(String where, Tuple values) {
        return pool.preparedQuery(
                        "select " + COLUMNS + ", password_hash from account " + where + " and disabled_at is null")
                .execute(values)
                .map(rows -> stream(rows)
                        .map(row -> new WithPassword(of(row), row.getString("password_hash")))
                        .findFirst());
    }

    public Future<List<Account>> list() {
        return pool.query("select " + COLUMNS + " from account where disabled_at is null order by lower(name)")
                .execute()
                .map(rows -> stream(rows).map(Accounts::of).toList());
    }

    public Future<Boolean> isEmpty() {
        return pool.query("select not exists (select from account) as empty")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("empty"));
    }

    Future<Account> change(UUID account, @Nullable String language, @Nullable String displayName) {
        return pool.preparedQuery(
                        "update account set language = coalesce($2, language), display_name = coalesce($3, display_name)"
                                + " where account_id = $1 returning " + COLUMNS)
                .execute(Tuple.of(account, language, displayName))
                .map(rows -> of(rows.iterator().next()));
    }

    Future<Void> setPassword(SqlClient client, UUID account, @Nullable String hash) {
        return client.preparedQuery("update account set password_hash = $2 where account_id = $1")
                .execute(Tuple.of(account, hash))
                .mapEmpty();
    }

    static Account of(Row row) {
        return new Account(
                row.getUUID("account_id"),
                row.getString("name"),
                row.getString("display_name"),
                row.getBoolean("operator"),
                row.getString("language"));
    }

    static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
