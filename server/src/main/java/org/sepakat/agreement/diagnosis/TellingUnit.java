package org.sepakat.agreement.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sepakat.agreement.Profile;
import org.sepakat.agreement.RatingProfiles;

/**
 * A unit that coders disagree about.
 *
 * @param unit its place on the line of units
 * @param reviewed coders who reviewed it
 * @param applied how many of these applied the theme
 * @param heat share of its coder pairs that disagree, {@code 1 - pa_i}
 * @param gain in alpha if it is settled
 */
public record TellingUnit(int unit, int reviewed, int applied, double heat, double gain) {

    /** The most telling units of a theme, at most {@code limit}; of equal ones the earlier first. */
    public static List<TellingUnit> of(Presence presence, int theme, RatingProfiles profiles, int limit) {
        Map<Profile, Double> gains = new HashMap<>();
        Settlement.telling(profiles).forEach(telling -> gains.put(telling.profile(), telling.gain()));
        List<TellingUnit> units = new ArrayList<>();
        for (int unit = presence.scope().get(theme).nextSetBit(0);
                unit >= 0;
                unit = presence.scope().get(theme).nextSetBit(unit + 1)) {
            Profile profile = profile(presence, theme, unit);
            if (profile.count(0) > 0 && profile.count(1) > 0) {
                double gain = gains.getOrDefault(profile, 0.0);
                units.add(new TellingUnit(unit, profile.total(), profile.count(1), 1 - profile.agreement(), gain));
            }
        }
        units.sort(Comparator.comparingDouble(TellingUnit::gain).reversed());
        return List.copyOf(units.subList(0, Math.min(limit, units.size())));
    }

    private static Profile profile(Presence presence, int theme, int unit) {
        int read = 0;
        int present = 0;
        for (int coder = 0; coder < presence.coders(); coder++) {
            if (presence.reviewed().get(coder).get(unit)) {
                read++;
                present += presence.isApplied(theme, coder, unit) ? 1 : 0;
            }
        }
        return new Profile(read - present, present);
    }
}
