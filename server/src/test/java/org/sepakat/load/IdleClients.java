package org.sepakat.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sepakat.ProcessMemory;
import org.sepakat.faults.Pause;
import org.sepakat.faults.Person;

/** Many clients who read an open round and do nothing: whether they are all held past several heartbeats, and what each costs the server in memory. */
final class IdleClients {

    private static final int ACCOUNTS = 200;
    private static final int PAGES_EACH = 10;
    private static final int ACTS = 20;
    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

    private final Ground ground;
    private final long pid;

    private IdleClients(Ground ground) {
        this.ground = ground;
        this.pid = ground.server.handle().pid();
    }

    static List<Figure> measure(Ground ground) {
        return new IdleClients(ground).measure();
    }

    private List<Figure> measure() {
        List<Person> coders = ground.coders(ground.scale.count(ACCOUNTS, 20));
        UUID round = ground.openRound(coders);
        new SteadyLoad(ground, round, new AtomicInteger(), coders).run(ACTS, ground.scale.seconds(10));
        double heapBefore = liveHeap();
        double memoryBefore = ProcessMemory.megabytes(ground.server.handle());
        List<Page> pages = new ArrayList<>();
        for (Person coder : coders) {
            for (int n = 0; n < PAGES_EACH; n++) {
                pages.add(ground.followingPage(coder, message -> {}));
            }
        }
        int seconds = ground.scale.seconds(100);
        Pause.millis(seconds * 1_000L);
        double held = pages.stream().filter(Page::isOpen).count();
        double heap = (liveHeap() - heapBefore) * 1e3 / pages.size();
        double memory = (ProcessMemory.megabytes(ground.server.handle()) - memoryBefore) * 1e3 / pages.size();
        pages.forEach(Page::close);
        return List.of(
                Figure.of("idle clients held for %d s".formatted(seconds), held, "")
                        .beside("opened", pages.size()),
                Figure.of("server's live heap without them", heapBefore, "MB"),
                Figure.of("  more per client, live after a collection", heap, "kB"),
                Figure.of("server's memory without them", memoryBefore, "MB"),
                Figure.of("  more per client, as the system sees it", memory, "kB"));
    }

    /** In megabytes, right after a full collection, which the count of objects begins with. */
    private double liveHeap() {
        String java = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process jcmd = new ProcessBuilder(java, "" + pid, "GC.class_histogram").start();
            String lines = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher total = TOTAL.matcher(lines);
            if (!total.find()) {
                throw new IllegalStateException("jcmd tells no total: " + lines);
            }
            return Long.parseLong(total.group(1)) / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
