package org.sepakat.agreement;

import java.util.ArrayList;
import java.util.List;

/** Two of the coders, numbered from 0, the lower number first. */
public record Pair(int first, int second) {

    public Pair {
        if (first < 0 || second <= first) {
            throw new IllegalArgumentException("a pair needs 0 <= first < second, got " + first + " and " + second);
        }
    }

    /** All pairs in the order (0,1), (0,2), ..., (1,2), ... */
    public static List<Pair> all(int coders) {
        List<Pair> pairs = new ArrayList<>();
        for (int first = 0; first < coders; first++) {
            for (int second = first + 1; second < coders; second++) {
                pairs.add(new Pair(first, second));
            }
        }
        return List.copyOf(pairs);
    }

    public boolean includes(int coder) {
        return first == coder || second == coder;
    }
}
