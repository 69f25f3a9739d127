package org.sepakat.agreement;

import java.util.List;

/**
 * Mean over all pairs of coders of Cohen's kappa (Light 1971, Psychol. Bull. 76:365), each over the units that pair reviewed.
 *
 * @param figure undefined as soon as one pair is
 * @param definedPairs pairs that have a value
 * @param meanOfDefined mean over those, shown with their count
 */
public record LightKappa(Figure figure, int definedPairs, Figure meanOfDefined) {

    public static LightKappa of(List<ContingencyTable> pairs) {
        double sum = 0;
        double observed = 0;
        double expected = 0;
        int defined = 0;
        for (ContingencyTable pair : pairs) {
            if (CohenKappa.of(pair) instanceof Figure.Defined kappa) {
                sum += kappa.value();
                observed += kappa.observed();
                expected += kappa.expected();
                defined++;
            }
        }
        Basis basis = Basis.of(defined, pairs.size() - defined);
        Figure mean = defined == 0
                ? new Figure.Undefined(pairs.isEmpty() ? Reason.ONE_CODER : Reason.UNDEFINED_PAIR, basis)
                : new Figure.Defined(sum / defined, observed / defined, expected / defined, basis);
        Figure all = defined == pairs.size() ? mean : new Figure.Undefined(Reason.UNDEFINED_PAIR, basis);
        return new LightKappa(all, defined, mean);
    }
}
