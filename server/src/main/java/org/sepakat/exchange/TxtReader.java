package org.sepakat.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sepakat.exchange.Reading.Format;
import org.sepakat.exchange.Reading.Warning;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.TranscriptText;

/**
 * Plain text: {@code Speaker: what was said} turns, whose further lines and blank lines belong to the turn; paragraphs where nobody is named. The text
 * is kept as it is, labels included; a base segment is what was said.
 */
public final class TxtReader {
    private TxtReader() {}

    public static Reading read(byte[] bytes) {
        TextBytes.Decoded decoded = TextBytes.decode(bytes);
        if (decoded instanceof TextBytes.Decoded.Not not) {
            return new Reading.Unreadable(not.refusal());
        }
        Lines lines = Lines.of(((TextBytes.Decoded.Text) decoded).text());
        SpeakerLabels speakers = SpeakerLabels.in(lines);
        return speakers.labels().isEmpty() ? paragraphs(lines) : turns(lines, speakers);
    }

    private static Reading paragraphs(Lines lines) {
        List<BaseSegment> segments = lines.paragraphs(0, lines.size());
        return read(lines.text(), segments, Format.PARAGRAPHS, EnumSet.noneOf(Warning.class));
    }

    private static Reading turns(Lines lines, SpeakerLabels speakers) {
        var warnings = EnumSet.noneOf(Warning.class);
        var segments = new ArrayList<BaseSegment>();
        String speaker = null;
        int from = 0;
        for (int i = 0; i <= lines.size(); i++) {
            SpeakerLabels.Found found = i == lines.size() ? null : speakers.at(lines.line(i));
            if (found == null && i < lines.size()) {
                continue;
            }
            int to = i == lines.size()
                    ? lines.text().length()
                    : lines.lines().get(i).start();
            if (speaker == null) {
                segments.addAll(lines.paragraphs(0, i));
            } else {
                add(segments, lines.segment(from, to, speaker), warnings);
            }
            if (found != null) {
                speaker = found.label();
                from = lines.lines().get(i).start() + found.after();
            }
        }
        if (!segments.isEmpty() && segments.get(0).speaker() == null) {
            warnings.add(Warning.TEXT_BEFORE_FIRST_SPEAKER);
        }
        return read(lines.text(), segments, Format.TURNS, warnings);
    }

    private static void add(List<BaseSegment> segments, @Nullable BaseSegment turn, Set<Warning> warnings) {
        if (turn == null) {
            warnings.add(Warning.EMPTY_TURNS);
        } else {
            segments.add(turn);
        }
    }

    private static Reading read(String text, List<BaseSegment> segments, Format format, Set<Warning> warnings) {
        return Summary.checked(new TranscriptText(text, segments), format, warnings);
    }
}
