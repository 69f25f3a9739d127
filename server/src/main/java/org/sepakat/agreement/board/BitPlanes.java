package org.sepakat.agreement.board;

import java.util.Arrays;

/** Counts for each of 64 units at once, in bit-sliced columns: plane p holds bit p of the 64 counts. */
final class BitPlanes {
    private final long[] planes;
    private final long[] byCount;

    /** @param most the highest count that can occur */
    BitPlanes(int most) {
        this.planes = new long[Integer.SIZE - Integer.numberOfLeadingZeros(most)];
        this.byCount = new long[1 << planes.length];
    }

    void clear() {
        Arrays.fill(planes, 0);
    }

    /** Adds one to the count of every unit whose bit is set. */
    void add(long units) {
        long carry = units;
        for (int p = 0; p < planes.length; p++) {
            long next = planes[p] & carry;
            planes[p] ^= carry;
            carry = next;
        }
    }

    /** The units with each count, by the count; overwritten by the next call. */
    long[] byCount() {
        byCount[0] = -1;
        int known = 1;
        for (int p = planes.length - 1; p >= 0; p--) {
            for (int i = known - 1; i >= 0; i--) {
                long units = byCount[i];
                byCount[2 * i] = units & ~planes[p];
                byCount[2 * i + 1] = units & planes[p];
            }
            known *= 2;
        }
        return byCount;
    }
}
