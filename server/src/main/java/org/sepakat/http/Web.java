package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sepakat.live.Batches;
import org.sepakat.live.LiveLimits;
import org.sepakat.live.LiveSockets;
import org.sepakat.live.LiveSources;
import org.sepakat.live.OpRate;

/** The HTTP server with all its routes: pages, {@code /api}, the socket, and whether it lives. Wired here, by hand. */
public final class Web {
    private static final int IDLE_SECONDS = 75;
    private static final long SWEEP_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private final Vertx vertx;
    private final Pool pool;
    private final Site site;
    private final Sessions sessions;
    private final LiveLimits limits;
    private final LiveSockets live;
    private final Router router;
    private @Nullable HttpServer server;
    private volatile boolean draining;

    private Web(
            Vertx vertx, Pool pool, Site site, World world, StudySide studies, LiveLimits limits, Contract contract) {
        this.vertx = vertx;
        this.pool = pool;
        this.site = site;
        this.limits = limits;
        var accounts = new Accounts(pool, world.clock(), world.ids());
        this.sessions = new Sessions(pool, world.clock(), world.tokens(), this::endSockets);
        var seats = new Seats(pool, studies.scope(), studies.reader());
        var batches = new Batches(studies.log(), new OpRate(limits, world.clock()));
        this.live = new LiveSockets(
                vertx,
                new LiveSources(studies.log(), studies.reader(), seats, sessions, studies.heads(), studies.nodes()),
                batches,
                world.clock(),
                caller -> world.ids().get(),
                limits);
        var guard = new Guard(sessions, site);
        var audit = new Audit(world.clock());
        var sights = new Sights(seats, studies.scope(), audit, world.clock());
        var operations = operations(world, studies, contract, accounts, seats, batches, audit, sights);
        var figures = new AgreementRoutes(vertx, sights, studies.rounds()).operations();
        this.router = route(new Edge(site), guard, new ApiRouter(contract, guard, site, operations, figures), world);
    }

    /** Reads the contract and makes the routes; does not listen yet. */
    public static Future<Web> create(
            Vertx vertx, Pool pool, Site site, World world, StudySide studies, LiveLimits limits) {
        return Contract.load(vertx).map(contract -> new Web(vertx, pool, site, world, studies, limits, contract));
    }

    private Map<String, Operation> operations(
            World world,
            StudySide studies,
            Contract contract,
            Accounts accounts,
            Seats seats,
            Batches batches,
            Audit audit,
            Sights sights) {
        var links = new Links(world.clock(), world.tokens());
        var passwords = new Passwords(vertx);
        var signIn = new AccountRoutes(pool, accounts, sessions, links, passwords, new Throttle(world.clock()), audit);
        var uploads = new TextUploads(vertx);
        var all = new HashMap<String, Operation>(signIn.operations());
        all.putAll(new StudyRoutes(seats, studies.reader(), studies.log(), studies.founding(), batches).operations());
        all.putAll(new InvitationRoutes(
                        pool, seats, studies.reader(), studies.founding(), links, accounts, passwords, signIn, audit)
                .operations());
        all.putAll(new TranscriptRoutes(uploads, seats, studies.reader(), studies.founding()).operations());
        all.putAll(new CorrectionRoutes(uploads, seats, studies.reader(), studies.founding()).operations());
        all.putAll(new ImportRoutes(vertx, seats, studies.importing()).operations());
        all.putAll(new ProgressRoutes(sights, studies.reader(), studies.scope()).operations());
        all.put("getContract", call -> Future.succeededFuture(contract.bytes().toJsonObject()));
        return all;
    }

    private Router route(Edge edge, Guard guard, ApiRouter api, World world) {
        Router all = Router.router(vertx);
        all.route().failureHandler(new FailureHandler(world.ids()));
        all.get("/livez").handler(this::livez);
        all.get("/readyz").handler(this::readyz);
        all.route().handler(edge);
        all.route("/*").subRouter(api.create(vertx));
        all.route("/api/*").handler(context -> context.fail(Refused.notFound()));
        all.get("/ws/v1").handler(new SocketRoute(edge, guard, live));
        all.route().handler(new Pages(vertx));
        return all;
    }

    private void endSockets(String sessionKey) {
        live.end(sessionKey);
    }

    private void livez(RoutingContext context) {
        context.response().setStatusCode(204).end();
    }

    private void readyz(RoutingContext context) {
        if (draining) {
            context.response().setStatusCode(503).end();
            return;
        }
        pool.query("select 1")
                .execute()
                .onComplete(answer -> context.response()
                        .setStatusCode(answer.succeeded() ? 204 : 503)
                        .end());
    }

    /** Answers the port that it listens on. */
    public Future<Integer> listen(String address, int port, @Nullable PemKeyCertOptions certificate) {
        var options = new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxInitialLineLength(8 << 10)
                .setMaxHeaderSize(16 << 10)
                .setHttp2ClearTextEnabled(false)
                .setUseAlpn(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(limits.frameBytes())
                .setMaxWebSocketMessageSize(limits.messageBytes())
                .addWebSocketSubProtocol(SocketRoute.PROTOCOL);
        if (certificate != null) {
            options.setSsl(true).setKeyCertOptions(certificate);
        }
        live.start();
        vertx.setPeriodic(SWEEP_MILLIS, timer -> sessions.sweep());
        HttpServer fresh = vertx.createHttpServer(options).requestHandler(router);
        server = fresh;
        return fresh.listen(port, address).map(HttpServer::actualPort);
    }

    /** Unready, then the sockets are told to come back later and their acts are answered, then nobody is heard any more. */
    public Future<Void> close() {
        draining = true;
        HttpServer running = server;
        return live.drain().eventually(() -> running == null ? Future.succeededFuture() : running.close());
    }

    public Site site() {
        return site;
    }
}
