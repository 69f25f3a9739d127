package org.sepakat.agreement;

import org.jspecify.annotations.Nullable;

/**
 * What a figure rests on, kept so that a reader can follow the working.
 *
 * @param n units that entered
 * @param dropped units that were offered and left out, because too few coders reviewed them
 * @param table the two coders' table, or null for a figure over more than two
 */
public record Basis(long n, long dropped, @Nullable ContingencyTable table) {

    public static Basis of(long n, long dropped) {
        return new Basis(n, dropped, null);
    }

    public static Basis of(ContingencyTable table) {
        return new Basis(table.n(), 0, table);
    }
}
