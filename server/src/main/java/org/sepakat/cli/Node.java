package org.sepakat.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sepakat.db.Database;
import org.sepakat.demo.DemoStudy;
import org.sepakat.http.Account;
import org.sepakat.http.Accounts;
import org.sepakat.http.Links;
import org.sepakat.http.Site;
import org.sepakat.http.StudySide;
import org.sepakat.http.Web;
import org.sepakat.http.World;
import org.sepakat.live.LiveLimits;
import org.sepakat.log.OpLog;
import org.sepakat.log.PgOpLog;
import org.sepakat.store.Nodes;
import org.sepakat.store.PgHeads;
import org.sepakat.store.PgNodes;
import org.sepakat.store.PgStudyReader;
import org.sepakat.store.RoundReader;
import org.sepakat.store.StudyScope;
import org.sepakat.store.StudyStates;
import org.sepakat.store.Texts;

/** One server on one database, wired by hand: log, sockets, pages. */
public final class Node {
    private static final int CONNECTIONS = 16;
    private static final long QUEUES_SECONDS = 10;

    private final Pool pool;
    private final World world;
    private final Nodes nodes;
    private final PgOpLog log;
    private final Web web;
    private final int port;

    private Node(Pool pool, World world, Nodes nodes, PgOpLog log, Web web, int port) {
        this.pool = pool;
        this.world = world;
        this.nodes = nodes;
        this.log = log;
        this.web = web;
        this.port = port;
    }

    /** Where it listens, and what it lets one account do; port 0 takes any that is free. */
    public record Place(String address, int port, @Nullable PemKeyCertOptions certificate, LiveLimits limits) {}

    /** On a migrated database. */
    public static Future<Node> start(Vertx vertx, Database database, Site site, World world, Place place) {
        return start(vertx, database, site, world, place, log -> log);
    }

    /** @param around what the sockets and pages see of the log: the log itself, or a test's wrapping of it */
    public static Future<Node> start(
            Vertx vertx, Database database, Site site, World world, Place place, UnaryOperator<OpLog> around) {
        Pool pool = database.appPool(CONNECTIONS);
        return nodes(vertx, database, pool, world).compose(nodes -> {
            var scope = new StudyScope(pool);
            var states = new StudyStates(scope);
            var texts = new Texts(scope);
            var reader = new PgStudyReader(scope, states, texts);
            var log = new PgOpLog(vertx, scope, states, texts, world.clock(), world.ids());
            var studies = new StudySide(
                    scope,
                    reader,
                    new RoundReader(scope, states, texts),
                    around.apply(log),
                    log,
                    log,
                    new PgHeads(scope),
                    nodes);
            return Web.create(vertx, pool, site, world, studies, place.limits())
                    .compose(web -> web.listen(place.address(), place.port(), place.certificate())
                            .map(port -> new Node(pool, world, nodes, log, web, port)));
        });
    }

    private static Future<? extends Nodes> nodes(Vertx vertx, Database database, Pool pool, World world) {
        return database.isShared()
                ? PgNodes.join(
                        vertx, pool, database.appSubscriber(), world.ids().get())
                : Future.succeededFuture(Nodes.alone());
    }

    static Vertx vertx() {
        return Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    }

    /** Unready, drained, queues finished; the database is the caller's. */
    public Future<Void> stop() {
        return web.close()
                .eventually(() -> log.close().timeout(QUEUES_SECONDS, TimeUnit.SECONDS))
                .eventually(nodes::close);
    }

    public int port() {
        return port;
    }

    public String url() {
        return web.site().url(port);
    }

    public Pool pool() {
        return pool;
    }

    public PgOpLog log() {
        return log;
    }

    public World world() {
        return world;
    }

    /** Makes the demo study if nobody uses this server yet. */
    Future<Void> ensureDemo() {
        var demo = new DemoStudy(
                log,
                log,
                (name, isLead) -> accounts().add(pool, name, null, isLead, null).map(Account::id),
                world.ids());
        return accounts().isEmpty().compose(empty -> demo.makeUnless(!empty)).mapEmpty();
    }

    public Accounts accounts() {
        return new Accounts(pool, world.clock(), world.ids());
    }

    public Links links() {
        return new Links(world.clock(), world.tokens());
    }
}
