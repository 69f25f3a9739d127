package org.sepakat.agreement.interval;

import org.sepakat.agreement.Figure;

/** Values of a figure with one transcript left out, gathered one by one by whoever has a short way to them. */
public final class Replicates {
    private final double[] values;
    private int defined;
    private int clusters;

    /** @param most transcripts there are */
    public Replicates(int most) {
        this.values = new double[most];
    }

    /** @param value NaN where the figure is undefined without the transcript */
    public void add(double value) {
        clusters++;
        if (!Double.isNaN(value)) {
            values[defined++] = value;
        }
    }

    public Estimate estimate(Figure whole) {
        return new Estimate(whole, ClusterJackknife.of(whole, values, defined, clusters));
    }
}
