package org.sepakat.store;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.sepakat.text.Span;

/** What must be read of which coders' work before some acts can be judged. Filled by one thread. */
public final class WorkNeeds {

    record Named(Coder coder, UUID coding) {}

    /** Codings that begin within [from, until) and end after {@code reach}. */
    record Near(Coder coder, UUID transcript, int from, int until, int reach) {}

    record Reviewed(Coder coder, UUID transcript, int start) {}

    final Set<Coder> coders = new LinkedHashSet<>();
    final Set<Named> named = new LinkedHashSet<>();
    final Set<Near> near = new LinkedHashSet<>();
    final Set<Reviewed> reviews = new LinkedHashSet<>();
    final Set<Coder> reopened = new LinkedHashSet<>();

    /** The coder, even if nothing else is asked. */
    public WorkNeeds coder(Coder coder) {
        coders.add(coder);
        return this;
    }

    /** The coding of that id. */
    public WorkNeeds coding(Coder coder, UUID coding) {
        named.add(new Named(coder, coding));
        return this;
    }

    /** Codings with just that span, of any theme. */
    public WorkNeeds sameSpan(Coder coder, UUID transcript, Span span) {
        near.add(new Near(coder, transcript, span.start(), span.start() + 1, span.start()));
        return this;
    }

    /** Codings that overlap the span. */
    public WorkNeeds overlapping(Coder coder, UUID transcript, Span span) {
        near.add(new Near(coder, transcript, 0, span.end(), span.start()));
        return this;
    }

    /** The review of the base segment that begins there. */
    public WorkNeeds review(Coder coder, UUID transcript, Span segment) {
        reviews.add(new Reviewed(coder, transcript, segment.start()));
        return this;
    }

    /** Whether the coder was reopened. */
    public WorkNeeds reopened(Coder coder) {
        reopened.add(coder);
        return this;
    }
}
