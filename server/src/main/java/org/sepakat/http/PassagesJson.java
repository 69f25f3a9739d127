package org.sepakat.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.consensus.Comparison;
import org.sepakat.consensus.Decision;
import org.sepakat.consensus.Difference;
import org.sepakat.consensus.Passage;
import org.sepakat.consensus.Settled;
import org.sepakat.text.Span;

/** A page of the passages that were asked for, in reading order, as the contract writes them, and how many there are in all. */
final class PassagesJson {
    static final int DEFAULT = 500;

    /** Whether what coders differ on has been settled. */
    private enum State {
        OPEN,
        DECIDED,
        DEFERRED;

        static State of(@Nullable Decision decision) {
            return decision == null ? OPEN : decision.outcome().isSettled() ? DECIDED : DEFERRED;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A passage with what chooses it. */
    private record Item(
            Comparison comparison,
            @Nullable String kind,
            @Nullable String state,
            @Nullable Integer rev) {

        static Item of(Comparison comparison, Settled settled) {
            Decision decision = settled.decisions().get(Passage.of(comparison));
            Difference difference = comparison.difference();
            boolean stands = difference != null || decision != null;
            return new Item(
                    comparison,
                    difference == null ? null : difference.word(),
                    stands ? State.of(decision).word() : null,
                    decision == null ? null : decision.rev());
        }

        Facet facet() {
            return new Facet(comparison.theme(), kind, state);
        }
    }

    private record Facet(
            String theme, @Nullable String kind, @Nullable String state) {}

    /** Where a passage begins, among all in reading order. */
    private record Place(int transcript, int start, int theme) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::transcript)
                .thenComparingInt(Place::start)
                .thenComparingInt(Place::theme);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final FiguresQuestion question;
    private final List<String> transcripts;
    private final List<String> themes;
    private final List<Item> items;

    /** @param comparisons of all themes, or of the one asked for */
    PassagesJson(FiguresQuestion question, CodedRound round, List<Comparison> comparisons, Settled settled) {
        this.question = question;
        this.transcripts = List.copyOf(round.transcripts().keySet());
        this.themes = round.themes().stream().map(CodedTheme::name).toList();
        this.items = comparisons.stream()
                .map(comparison -> Item.of(comparison, settled))
                .toList();
    }

    JsonObject toJson() {
        List<Item> ofTheme = items.stream()
                .filter(item -> isWanted("theme", item.comparison().theme()))
                .toList();
        List<Item> matching = ofTheme.stream()
                .filter(item -> isWanted("kind", item.kind()) && isWanted("state", item.state()))
                .toList();
        String cursor = question.find("cursor");
        List<Item> left = cursor == null
                ? matching
                : matching.stream()
                        .filter(item -> place(item.comparison()).compareTo(place(cursor)) > 0)
                        .toList();
        List<Item> page = left.subList(0, Math.min(left.size(), limit()));
        var json = new JsonObject()
                .put(
                        "items",
                        new JsonArray(page.stream().map(PassagesJson::item).toList()))
                .put("total", matching.size())
                .put("units", units(matching))
                .put("counts", counts(ofTheme))
                .put("facets", facets());
        return page.size() == left.size() ? json : json.put("next", cursor(page.get(page.size() - 1)));
    }

    private boolean isWanted(String name, @Nullable String value) {
        String wanted = question.find(name);
        return wanted == null || wanted.equals(value);
    }

    private int limit() {
        String limit = question.find("limit");
        return limit == null ? DEFAULT : Integer.parseInt(limit);
    }

    private static String cursor(Item last) {
        Comparison comparison = last.comparison();
        return comparison.transcript() + "." + comparison.theme() + "."
                + comparison.place().start();
    }

    private Place place(String cursor) {
        List<String> parts = List.of(cursor.split("\\."));
        return new Place(
                transcripts.indexOf(parts.get(0)), Integer.parseInt(parts.get(2)), themes.indexOf(parts.get(1)));
    }

    private Place place(Comparison comparison) {
        return new Place(
                transcripts.indexOf(comparison.transcript()),
                comparison.place().start(),
                themes.indexOf(comparison.theme()));
    }

    private static int units(List<Item> items) {
        return items.stream().mapToInt(item -> item.comparison().units()).sum();
    }

    private static JsonObject counts(List<Item> items) {
        var counts = new JsonObject();
        for (Difference difference : Difference.values()) {
            List<Item> ofKind = items.stream()
                    .filter(item -> item.comparison().difference() == difference)
                    .toList();
            counts.put(difference.word(), units(ofKind));
        }
        return counts;
    }

    private JsonArray facets() {
        Map<Facet, Integer> numbers = new LinkedHashMap<>();
        items.forEach(item -> numbers.merge(item.facet(), 1, Integer::sum));
        var facets = new JsonArray();
        numbers.forEach((facet, n) -> facets.add(new JsonObject()
                .put("theme", facet.theme())
                .put("kind", facet.kind())
                .put("state", facet.state())
                .put("items", n)));
        return facets;
    }

    private static JsonObject item(Item item) {
        Comparison comparison = item.comparison();
        var json = new JsonObject()
                .put("theme", comparison.theme())
                .put("transcript", comparison.transcript())
                .put("start", comparison.place().start())
                .put("end", comparison.place().end())
                .put("units", comparison.units())
                .put(
                        "segment",
                        new JsonObject()
                                .put("index", comparison.segment())
                                .put("start", comparison.base().start())
                                .put("end", comparison.base().end()))
                .put("kind", item.kind())
                .put("state", item.state());
        if (item.rev() != null) {
            json.put("rev", Objects.requireNonNull(item.rev()));
        }
        return json.put("shared", spans(comparison.shared()))
                .put(
                        "coders",
                        new JsonArray(comparison.parts().stream()
                                .map(PassagesJson::part)
                                .toList()));
    }

    private static JsonObject part(Comparison.Part part) {
        return new JsonObject()
                .put("member", part.coder())
                .put("applied", part.applied())
                .put("spans", spans(part.spans()))
                .put("instead", new JsonArray(part.instead()));
    }

    private static JsonArray spans(List<Span> spans) {
        return new JsonArray(spans.stream()
                .map(span -> new JsonArray(List.of(span.start(), span.end())))
                .toList());
    }
}
