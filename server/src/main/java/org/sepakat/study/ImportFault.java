package org.sepakat.study;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Something imported that the study cannot take in as it is. */
record ImportFault(ForeignRound.Origin origin, String message) {
    private static final String KIND = "unfit";
    private static final int SHOWN = 100;

    /** In the form in which the faults of the files themselves are told. */
    static Refusal refuse(List<ImportFault> faults) {
        List<ImportFault> shown = faults.stream().limit(SHOWN).toList();
        return new Refusal(
                ErrorCode.E_BAD,
                shown.stream().map(ImportFault::toString).collect(Collectors.joining("\n")),
                Map.of(
                        "path",
                        "body",
                        "counts",
                        Map.of(KIND, faults.size()),
                        "faults",
                        shown.stream().map(ImportFault::facts).toList()));
    }

    private Map<String, Object> facts() {
        return Map.of(
                "file",
                origin.file(),
                "line",
                origin.line(),
                "column",
                origin.column(),
                "kind",
                KIND,
                "message",
                message);
    }

    @Override
    public String toString() {
        return origin + ": " + message;
    }
}
