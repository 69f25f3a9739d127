package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sepakat.http.Links.Purpose;
import org.sepakat.http.Links.Target;

/** Signing in and out, one's own account and sessions, and the first account of a server. */
final class AccountRoutes {
    private final Pool pool;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Links links;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Audit audit;

    AccountRoutes(
            Pool pool,
            Accounts accounts,
            Sessions sessions,
            Links links,
            Passwords passwords,
            Throttle throttle,
            Audit audit) {
        this.pool = pool;
        this.accounts = accounts;
        this.sessions = sessions;
        this.links = links;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
    }

    Map<String, Operation> operations() {
        return Map.ofEntries(
                Map.entry("getMe", call -> Future.succeededFuture(whoIsThere(call))),
                Map.entry("changeMe", this::changeMe),
                Map.entry("signIn", this::signIn),
                Map.entry("signInByLink", this::signInByLink),
                Map.entry("signOut", this::signOut),
                Map.entry("listSessions", this::listSessions),
                Map.entry("endSession", this::endSession),
                Map.entry("changePassword", this::changePassword),
                Map.entry("getFirstRun", this::getFirstRun),
                Map.entry("firstRun", this::firstRun));
    }

    /** That nobody is signed in is an answer, not a refusal: every page asks this first. */
    private static JsonObject whoIsThere(Call call) {
        return call.findSession().map(Session::toJson).orElseGet(() -> new JsonObject().putNull("account"));
    }

    private Future<JsonObject> changeMe(Call call) {
        Session session = call.session();
        String displayName = call.body().getString("display_name");
        if (displayName != null && displayName.isBlank()) {
            throw Refused.bad("/display_name", "A name cannot be blank.");
        }
        return accounts.change(
                        session.account().id(),
                        call.body().getString("language"),
                        displayName == null ? null : displayName.strip())
                .map(account -> new Session(session.key(), account, session.csrf()).toJson());
    }

    private Future<JsonObject> signIn(Call call) {
        String name = call.body().getString("name");
        String password = call.body().getString("password");
        enter(name, call);
        return accounts.findWithPassword(name).compose(found -> {
            String hash = found.map(Accounts.WithPassword::hash).orElse(null);
            return passwords.isRight(password, hash).compose(right -> {
                if (!right) {
                    return refuse(call, found.map(Accounts.WithPassword::account), "sign-in.refused");
                }
                throttle.succeeded(name, call.clientAddress());
                return start(call, found.orElseThrow().account(), "sign-in");
            });
        });
    }

    private void enter(String name, Call call) {
        Duration wait = throttle.enter(name, call.clientAddress());
        if (!wait.isZero()) {
            throw Refused.wait(wait);
        }
    }

    private Future<JsonObject> refuse(Call call, Optional<Account> account, String event) {
        return audit.write(pool, event, account.map(Account::id).orElse(null), null, from(call))
                .compose(written -> Future.failedFuture(Refused.wrongPassword()));
    }

    private Future<JsonObject> signInByLink(Call call) {
        String token = call.body().getString("token");
        return pool.withTransaction(tx -> links.use(tx, token, Purpose.SIGN_IN, Purpose.RESET)
                        .compose(target -> target.purpose() == Purpose.RESET
                                ? accounts.setPassword(tx, account(target), null)
                                        .map(target)
                                : Future.succeededFuture(target)))
                .compose(target -> accounts.get(account(target)))
                .compose(found -> start(call, found.account(), "sign-in.link"));
    }

    private static java.util.UUID account(Target target) {
        return Objects.requireNonNull(target.account(), "a link to sign in names its account");
    }

    /** Begins a session under a fresh token; the one this browser had, if any, ends. */
    Future<JsonObject> start(Call call, Account account, String event) {
        return call.endFormer(sessions)
                .compose(v -> sessions.start(account, call.header("User-Agent")))
                .compose(started -> audit.write(pool, event, account.id(), null, from(call))
                        .map(v -> {
                            call.setCookie(started.token());
                            return started.session().toJson();
                        }));
    }

    private Future<JsonObject> signOut(Call call) {
        return sessions.end(call.session().key())
                .compose(v ->
                        audit.write(pool, "sign-out", call.session().account().id(), null, from(call)))
                .map(v -> {
                    call.clearBrowser();
                    return new JsonObject();
                });
    }

    private Future<JsonObject> listSessions(Call call) {
        return sessions.list(call.session()).map(list -> new JsonObject().put("sessions", list));
    }

    private Future<JsonObject> endSession(Call call) {
        return sessions.end(call.session().account().id(), call.path("session")).map(ended -> {
            if (!ended) {
                throw Refused.notFound();
            }
            return new JsonObject();
        });
    }

    private Future<JsonObject> changePassword(Call call) {
        Session session = call.session();
        Account account = session.account();
        enter(account.name(), call);
        return accounts.get(account.id())
                .compose(known -> known.hash() == null
                        ? Future.succeededFuture(call.body().getString("old").isEmpty())
                        : passwords.isRight(call.body().getString("old"), known.hash()))
                .compose(right -> right
                        ? passwords.hash(call.body().getString("new"), account.name())
                        : refuse(call, Optional.of(account), "password.refused").map(never -> ""))
                .compose(hash -> accounts.setPassword(pool, account.id(), hash))
                .compose(v -> sessions.endOthers(account.id(), session.key()))
                .compose(v -> audit.write(pool, "password.changed", account.id(), null, from(call)))
                .map(v -> {
                    throttle.succeeded(account.name(), call.clientAddress());
                    return new JsonObject();
                });
    }

    private Future<JsonObject> getFirstRun(Call call) {
        return accounts.isEmpty().map(open -> new JsonObject().put("open", open));
    }

    private Future<JsonObject> firstRun(Call call) {
        JsonObject body = call.body();
        return passwords
                .hash(body.getString("password"), body.getString("name"))
                .compose(hash -> pool.withTransaction(tx -> links.use(tx, body.getString("token"), Purpose.FIRST_RUN)
                        .compose(used -> accounts.isEmpty())
                        .compose(empty -> empty
                                ? accounts.add(tx, body.getString("name"), hash, true, body.getString("language"))
                                : Future.failedFuture(Refused.notFound()))))
                .compose(account -> start(call, account, "first-run"));
    }

    static JsonObject from(Call call) {
        return new JsonObject().put("address", call.clientAddress());
    }
}
