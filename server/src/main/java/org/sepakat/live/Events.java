package org.sepakat.live;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.log.RecordedOp;

/** Contiguous events of one stream that make up one {@code evs} frame. Readers who wrote none of them share one text. */
final class Events {

    /** Characters of a frame after which the next event starts another: an event may be larger, a frame of small ones not much. */
    private static final int FRAME = 48 << 10;

    private final UUID study;
    private final UUID stream;
    private final List<Event> list;
    private @Nullable String shared;

    private Events(UUID study, UUID stream, List<Event> list) {
        this.study = study;
        this.stream = stream;
        this.list = list;
    }

    /** The events in frames of bounded size. */
    static List<Events> frames(UUID study, UUID stream, List<Event> events) {
        var frames = new ArrayList<Events>();
        var next = new ArrayList<Event>();
        int size = 0;
        for (Event event : events) {
            if (!next.isEmpty() && size + event.own().length() > FRAME) {
                frames.add(new Events(study, stream, List.copyOf(next)));
                next.clear();
                size = 0;
            }
            next.add(event);
            size += event.own().length();
        }
        if (!next.isEmpty()) {
            frames.add(new Events(study, stream, List.copyOf(next)));
        }
        return frames;
    }

    static List<Event> encode(List<RecordedOp> ops) {
        return ops.stream().map(Event::of).toList();
    }

    long first() {
        return list.get(0).seq();
    }

    long last() {
        return list.get(list.size() - 1).seq();
    }

    String textFor(UUID reader) {
        if (list.stream().anyMatch(event -> event.actor().equals(reader))) {
            return text(reader);
        }
        if (shared == null) {
            shared = text(reader);
        }
        return shared;
    }

    private String text(UUID reader) {
        var text = new StringBuilder("{\"t\":\"evs\",\"study\":\"")
                .append(study)
                .append("\",\"stream\":\"")
                .append(stream)
                .append("\",\"list\":[");
        for (Event event : list) {
            text.append(event.seq() == first() ? "" : ",").append(event.textFor(reader));
        }
        return text.append("]}").toString();
    }
}
