package org.sepakat.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Things used lately, up to a total weight. Any thread. */
public final class Kept<K, V> {

    private final long mostWeight;
    private final ToLongFunction<V> weight;
    private final Map<K, V> things = new LinkedHashMap<>(16, 0.75f, true);
    private long total;

    public Kept(long mostWeight, ToLongFunction<V> weight) {
        this.mostWeight = mostWeight;
        this.weight = weight;
    }

    public synchronized @Nullable V find(K key) {
        return things.get(key);
    }

    /** A thing heavier than all that may be kept is not kept. */
    public synchronized void keep(K key, V thing) {
        V before = things.remove(key);
        total -= before == null ? 0 : weight.applyAsLong(before);
        total += weight.applyAsLong(thing);
        things.put(key, thing);
        Iterator<V> oldest = things.values().iterator();
        while (total > mostWeight) {
            total -= weight.applyAsLong(oldest.next());
            oldest.remove();
        }
    }
}
