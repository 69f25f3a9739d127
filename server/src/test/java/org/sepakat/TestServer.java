package org.sepakat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.sepakat.cli.Node;
import org.sepakat.db.Database;
import org.sepakat.db.TestDatabase;
import org.sepakat.http.Account;
import org.sepakat.http.Site;
import org.sepakat.http.World;
import org.sepakat.live.LiveLimits;

/**
 * A whole server in this process, on a fresh database and a free port. Its clock stands still until a test moves it, and its ids and tokens come from a
 * seed, so two servers that are asked the same give the same bytes.
 */
public final class TestServer implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final HttpClient client = vertx.createHttpClient();
    private final WebSocketClient sockets = vertx.createWebSocketClient();
    private final TestClock clock;
    private final Random random = new Random(1);
    private final Database database;
    private final Node node;

    private TestServer(Site site, TestClock clock) {
        this.clock = clock;
        this.database = TestDatabase.fresh(vertx).await();
        var world = new World(clock, this::randomId, this::randomToken);
        this.node = Node.start(vertx, database, site, world, new Node.Place("127.0.0.1", 0, null, LiveLimits.DEFAULTS))
                .await();
    }

    public static TestServer start() {
        return start(Site.local());
    }

    public static TestServer start(Site site) {
        return new TestServer(site, new TestClock());
    }

    private UUID randomId() {
        long high;
        long low;
        synchronized (random) {
            high = random.nextLong();
            low = random.nextLong();
        }
        return new UUID((high & 0xFFFFFFFFFFFF0FFFL) | 0x4000L, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    private String randomToken() {
        byte[] bytes = new byte[24];
        synchronized (random) {
            random.nextBytes(bytes);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public UUID id() {
        return node.world().ids().get();
    }

    /** From here on ids and tokens are those of that seed, however many were taken before. */
    public void reseed(long seed) {
        synchronized (random) {
            random.setSeed(seed);
        }
    }

    public Vertx vertx() {
        return vertx;
    }

    public TestClock clock() {
        return clock;
    }

    public Database database() {
        return database;
    }

    public Node node() {
        return node;
    }

    public Pool pool() {
        return node.pool();
    }

    public int port() {
        return node.port();
    }

    public String url() {
        return "http://localhost:" + port();
    }

    Context context() {
        return context;
    }

    HttpClient client() {
        return client;
    }

    WebSocketClient sockets() {
        return sockets;
    }

    /** A browser that is not signed in. */
    public TestBrowser browser() {
        return new TestBrowser(this);
    }

    /** An account without a password. */
    public Account account(String name) {
        return node.accounts().add(pool(), name, null, false, null).await();
    }

    /** A one-time token for {@code /sign-in#link=...}. */
    public String link(Account account) {
        return node.links().signIn(pool(), account.id()).await().token();
    }

    /** A browser signed in as an account of that name, which is made if it is not there. */
    public TestBrowser signedIn(String name) {
        Account account = node.accounts().find(name).await().orElseGet(() -> account(name));
        TestBrowser browser = browser();
        browser.enter(browser.post("/api/sign-in/link", new JsonObject().put("token", link(account))));
        return browser;
    }

    @Override
    public void close() {
        node.stop().await();
        database.stop().await();
        vertx.close().await();
    }
}
