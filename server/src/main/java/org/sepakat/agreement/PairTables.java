package org.sepakat.agreement;

import java.util.ArrayList;
import java.util.List;

/** The tables of all pairs over one transcript or several, in the order of {@link Pair#all}; what Light's kappa needs. */
public record PairTables(List<ContingencyTable> tables) implements Additive<PairTables> {

    public PairTables {
        tables = List.copyOf(tables);
    }

    public Figure lightKappa() {
        return LightKappa.of(tables).figure();
    }

    /** Units over all pairs; 0 where no pair has any. */
    @Override
    public long n() {
        return tables.stream().mapToLong(ContingencyTable::n).sum();
    }

    @Override
    public PairTables plus(PairTables other) {
        List<ContingencyTable> sum = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            sum.add(tables.get(i).plus(other.tables.get(i)));
        }
        return new PairTables(sum);
    }

    @Override
    public PairTables minus(PairTables other) {
        List<ContingencyTable> rest = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            rest.add(tables.get(i).minus(other.tables.get(i)));
        }
        return new PairTables(rest);
    }
}
