package org.sepakat.agreement.gamma;

/** A span with a theme; sampled ones lie between characters. */
record Unit(double begin, double end, int theme) {
    double length() {
        return end - begin;
    }
}
