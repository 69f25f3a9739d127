package org.sepakat.store;

import java.util.UUID;
import org.sepakat.agreement.figures.CountedTranscript;
import org.sepakat.study.Round;
import org.sepakat.text.TranscriptText;
import org.sepakat.text.UnitOfAnalysis;

/** Transcript versions cut into units. Neither changes, so what was cut lately is kept. Any thread. */
public final class Cuts {

    /** Units kept in memory, about a hundred bytes each. */
    private static final long KEPT = 500_000;

    private record Key(UUID study, Round.Pinned transcript, UnitOfAnalysis unit) {}

    private final Kept<Key, CountedTranscript> kept =
            new Kept<>(KEPT, transcript -> transcript.units().size());

    public CountedTranscript cut(UUID study, Round.Pinned version, TranscriptText text, UnitOfAnalysis unit) {
        var key = new Key(study, version, unit);
        CountedTranscript known = kept.find(key);
        if (known != null) {
            return known;
        }
        var cut = new CountedTranscript(text, unit);
        kept.keep(key, cut);
        return cut;
    }
}
