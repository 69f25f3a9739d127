package org.sepakat.agreement.interval;

import org.sepakat.agreement.Figure;

/** A figure over all transcripts with its error and interval over transcripts. */
public record Estimate(Figure figure, ClusterJackknife jackknife) {}
