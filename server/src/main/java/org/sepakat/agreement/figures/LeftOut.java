package org.sepakat.agreement.figures;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.figures.CodedRound.CodedSpan;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;

/**
 * What no figure of a round counts.
 *
 * @param unitsOneCoder units that only one coder reviewed
 * @param unitsNobody units that nobody reviewed
 * @param codingsUnreviewed codings that touch a unit their coder has not reviewed
 * @param codingsOutOfScope codings that touch no unit in the scope of their theme
 */
public record LeftOut(int unitsOneCoder, int unitsNobody, int codingsUnreviewed, int codingsOutOfScope) {

    public static LeftOut of(CountedRound counted) {
        return new Count(counted).leftOut();
    }

    Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("units_one_coder", unitsOneCoder);
        json.put("units_nobody", unitsNobody);
        json.put("codings_unreviewed", codingsUnreviewed);
        json.put("codings_out_of_scope", codingsOutOfScope);
        return json;
    }

    private record InScope(String theme, String transcript) {}

    private static final class Count {
        private final CountedRound counted;
        private final Map<String, Integer> coders = new HashMap<>();
        private final Map<InScope, BitSet> scopes = new HashMap<>();
        private int oneCoder;
        private int nobody;
        private int unreviewed;
        private int outOfScope;

        Count(CountedRound counted) {
            this.counted = counted;
            CodedRound round = counted.round();
            for (int coder = 0; coder < round.coders().size(); coder++) {
                coders.put(round.coders().get(coder), coder);
            }
            for (CodedTheme theme : round.themes()) {
                for (String transcript : round.transcripts().keySet()) {
                    BitSet inScope = new BitSet();
                    for (int unit : counted.inScope(theme, transcript)) {
                        inScope.set(unit);
                    }
                    scopes.put(new InScope(theme.name(), transcript), inScope);
                }
            }
        }

        LeftOut leftOut() {
            counted.round().transcripts().keySet().forEach(this::countUnits);
            counted.round().codings().forEach(this::countCoding);
            return new LeftOut(oneCoder, nobody, unreviewed, outOfScope);
        }

        private void countUnits(String transcript) {
            for (int unit = 0; unit < counted.transcript(transcript).units().size(); unit++) {
                int readers = 0;
                for (int coder = 0; coder < coders.size(); coder++) {
                    readers += counted.reviewed(transcript, coder).get(unit) ? 1 : 0;
                }
                nobody += readers == 0 ? 1 : 0;
                oneCoder += readers == 1 ? 1 : 0;
            }
        }

        private void countCoding(CodedSpan coding) {
            BitSet touched = counted.transcript(coding.transcript()).touchedBy(coding.span());
            BitSet scope = scopes.getOrDefault(new InScope(coding.theme(), coding.transcript()), new BitSet());
            if (!touched.intersects(scope)) {
                outOfScope++;
                return;
            }
            touched.and(scope);
            touched.andNot(counted.reviewed(coding.transcript(), coders.getOrDefault(coding.coder(), 0)));
            unreviewed += touched.isEmpty() ? 0 : 1;
        }
    }
}
