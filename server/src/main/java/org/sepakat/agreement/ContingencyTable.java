package org.sepakat.agreement;

import java.util.Arrays;

/**
 * How often two coders put the same unit into categories i (first coder) and j (second). Categories are the declared ones, used or not. For
 * a theme there are two, absent (0) and present (1), and the cells carry the customary letters: a both, b only the first, c only the second,
 * d neither. Immutable. Counts up to 3e9 units keep every product below inside a long.
 */
public final class ContingencyTable implements Additive<ContingencyTable> {
    private final int categories;
    private final long[] cells;

    private ContingencyTable(int categories, long[] cells) {
        this.categories = categories;
        this.cells = cells;
    }

    public static ContingencyTable of(long[][] rows) {
        int q = rows.length;
        long[] cells = new long[q * q];
        for (int i = 0; i < q; i++) {
            if (rows[i].length != q) {
                throw new IllegalArgumentException("row " + i + " has " + rows[i].length + " cells, expected " + q);
            }
            for (int j = 0; j < q; j++) {
                cells[i * q + j] = requireCount(rows[i][j]);
            }
        }
        return new ContingencyTable(q, cells);
    }

    public static ContingencyTable binary(long a, long b, long c, long d) {
        return new ContingencyTable(2, new long[] {requireCount(d), requireCount(c), requireCount(b), requireCount(a)});
    }

    private static long requireCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("a cell cannot hold " + count + " units");
        }
        return count;
    }

    public int categories() {
        return categories;
    }

    public long count(int first, int second) {
        return cells[first * categories + second];
    }

    @Override
    public long n() {
        long n = 0;
        for (long cell : cells) {
            n += cell;
        }
        return n;
    }

    /** Units the first coder put into category i. */
    public long row(int i) {
        long sum = 0;
        for (int j = 0; j < categories; j++) {
            sum += count(i, j);
        }
        return sum;
    }

    /** Units the second coder put into category j. */
    public long column(int j) {
        long sum = 0;
        for (int i = 0; i < categories; i++) {
            sum += count(i, j);
        }
        return sum;
    }

    /** Units on which both said the same. */
    public long diagonal() {
        long sum = 0;
        for (int i = 0; i < categories; i++) {
            sum += count(i, i);
        }
        return sum;
    }

    /** {@code sum_k n_k. n_.k}: chance agreement times n squared, exactly. */
    public long chanceProducts() {
        long sum = 0;
        for (int k = 0; k < categories; k++) {
            sum += row(k) * column(k);
        }
        return sum;
    }

    public long a() {
        return requireBinary().cells[3];
    }

    public long b() {
        return requireBinary().cells[2];
    }

    public long c() {
        return requireBinary().cells[1];
    }

    public long d() {
        return requireBinary().cells[0];
    }

    private ContingencyTable requireBinary() {
        if (categories != 2) {
            throw new IllegalArgumentException("a, b, c, d need two categories, the table has " + categories);
        }
        return this;
    }

    /** The same two coders, the other one first. */
    public ContingencyTable transposed() {
        long[] turned = new long[cells.length];
        for (int i = 0; i < categories; i++) {
            for (int j = 0; j < categories; j++) {
                turned[j * categories + i] = count(i, j);
            }
        }
        return new ContingencyTable(categories, turned);
    }

    @Override
    public ContingencyTable plus(ContingencyTable other) {
        return combine(other, 1);
    }

    @Override
    public ContingencyTable minus(ContingencyTable other) {
        return combine(other, -1);
    }

    private ContingencyTable combine(ContingencyTable other, int sign) {
        if (other.categories != categories) {
            throw new IllegalArgumentException(
                    "tables over " + categories + " and " + other.categories + " categories cannot be combined");
        }
        long[] sum = new long[cells.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = requireCount(cells[i] + sign * other.cells[i]);
        }
        return new ContingencyTable(categories, sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContingencyTable that
                && categories == that.categories
                && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return categories == 2
                ? "a=" + a() + " b=" + b() + " c=" + c() + " d=" + d()
                : categories + "x" + categories + Arrays.toString(cells);
    }
}
