package org.sepakat.http;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down guessing: after some failures each further try must wait twice as long as the one before, up to a bound, so nobody is ever locked out.
 * Counted for a name from an address, for the address, and for the name from anywhere, each with its own patience. A try counts as failed until it is
 * known to be right, so that many at once gain nothing. Times are the given clock's; may be called from any thread.
 */
final class Throttle {
    private static final Duration FORGET = Duration.ofMinutes(30);
    private static final int REMEMBERED = 20_000;

    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true);

    Throttle(Clock clock) {
        this.clock = clock;
    }

    private record Tries(int failed, long lastMillis) {}

    private record Key(String text, int free, Duration longest) {

        long waitMillis(int failed) {
            return failed < free ? 0 : Math.min(longest.toMillis(), 1000L << Math.min(20, failed - free));
        }
    }

    private static List<Key> keys(String name, String address) {
        String known = name.strip().toLowerCase(Locale.ROOT);
        return List.of(
                new Key("both " + address + " " + known, 5, Duration.ofMinutes(5)),
                new Key("address " + address, 50, Duration.ofMinutes(1)),
                new Key("name " + known, 50, Duration.ofSeconds(30)));
    }

    /** How long this try has to wait; if not at all, it is counted. */
    synchronized Duration enter(String name, String address) {
        long now = clock.millis();
        long wait = keys(name, address).stream()
                .mapToLong(key -> waitMillis(key, now))
                .max()
                .orElse(0);
        if (wait > 0) {
            return Duration.ofMillis(wait);
        }
        keys(name, address)
                .forEach(key -> tries.merge(
                        key.text(), new Tries(1, now), (before, one) -> new Tries(before.failed() + 1, now)));
        tries.values().removeIf(old -> now - old.lastMillis() > FORGET.toMillis());
        while (tries.size() > REMEMBERED) {
            tries.remove(tries.keySet().iterator().next());
        }
        return Duration.ZERO;
    }

    private long waitMillis(Key key, long now) {
        Tries before = tries.get(key.text());
        if (before == null || now - before.lastMillis() > FORGET.toMillis()) {
            return 0;
        }
        return before.lastMillis() + key.waitMillis(before.failed()) - now;
    }

    /** The try was right: it is taken back, and this name from this address starts afresh. */
    synchronized void succeeded(String name, String address) {
        List<Key> keys = keys(name, address);
        tries.remove(keys.get(0).text());
        keys.forEach(key -> tries.computeIfPresent(
                key.text(), (text, before) -> new Tries(before.failed() - 1, before.lastMillis())));
    }
}
