package org.sepakat.exchange.folder;

import java.io.Serial;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ends a reading: everything that is wrong, counted by kind. Caught at the edge, where it becomes a refusal and exit status 2. */
public final class Faults extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int SHOWN_PER_KIND = 5;

    private final transient List<Fault> faults;

    public Faults(List<Fault> faults) {
        super(describe(faults));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> list() {
        return faults;
    }

    private static String describe(List<Fault> faults) {
        Map<Fault.Kind, List<Fault>> kinds = new EnumMap<>(Fault.Kind.class);
        faults.forEach(fault ->
                kinds.computeIfAbsent(fault.kind(), kind -> new ArrayList<>()).add(fault));
        List<String> lines = new ArrayList<>();
        kinds.forEach((kind, list) -> {
            lines.add(kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + list.size());
            list.stream().limit(SHOWN_PER_KIND).forEach(fault -> lines.add("  " + fault));
            if (list.size() > SHOWN_PER_KIND) {
                lines.add("  ... and " + (list.size() - SHOWN_PER_KIND) + " more");
            }
        });
        return String.join("\n", lines);
    }
}
