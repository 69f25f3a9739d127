package org.sepakat.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sepakat.exchange.Reading.Format;
import org.sepakat.exchange.Reading.Warning;
import org.sepakat.study.Refusal;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/**
 * WebVTT subtitles (W3C): cues with times and voices ({@code <v Name>}). Cues of the same speaker that follow each other become one turn; a cue without
 * a voice stays a segment of its own. The text is written as {@code Name: ...} lines, as plain transcripts are.
 */
public final class WebVttReader {
    private static final Pattern TIMES =
            Pattern.compile("^(?:(\\d{2,}):)?(\\d{2}):(\\d{2})\\.(\\d{3})[ \\t]+-->[ \\t]+\\S+.*$");
    private static final Pattern TAG = Pattern.compile("<(?:v(?:\\.[^ >\\t]*)?[ \\t]+([^>]*)|[^>]*)>");

    private WebVttReader() {}

    /** What one voice says in one cue. */
    private record Said(@Nullable String speaker, long startMillis, String words) {}

    public static Reading read(byte[] bytes) {
        TextBytes.Decoded decoded = TextBytes.decode(bytes);
        if (decoded instanceof TextBytes.Decoded.Not not) {
            return new Reading.Unreadable(not.refusal());
        }
        Lines lines = Lines.of(((TextBytes.Decoded.Text) decoded).text());
        if (!isHeader(lines.line(0))) {
            return new Reading.Unreadable(
                    Refusal.bad("body", "The first line of a WebVTT file is WEBVTT; this one is not."));
        }
        return write(namedByColon(said(lines)));
    }

    private static boolean isHeader(String line) {
        return line.equals("WEBVTT") || line.startsWith("WEBVTT ") || line.startsWith("WEBVTT\t");
    }

    private static List<Said> said(Lines lines) {
        var all = new ArrayList<Said>();
        int i = 1;
        while (i < lines.size()) {
            Matcher times = TIMES.matcher(lines.line(i));
            i++;
            if (!times.matches()) {
                continue;
            }
            var payload = new StringBuilder();
            while (i < lines.size() && !lines.line(i).isEmpty()) {
                payload.append(payload.isEmpty() ? "" : " ")
                        .append(lines.line(i).strip());
                i++;
            }
            addVoices(all, millis(times), payload.toString());
        }
        return all;
    }

    private static long millis(Matcher times) {
        long hours = times.group(1) == null ? 0 : Long.parseLong(times.group(1));
        long minutes = hours * 60 + Long.parseLong(times.group(2));
        return (minutes * 60 + Long.parseLong(times.group(3))) * 1000 + Long.parseLong(times.group(4));
    }

    private static void addVoices(List<Said> all, long start, String payload) {
        Matcher tag = TAG.matcher(payload);
        var words = new StringBuilder();
        String speaker = null;
        int from = 0;
        while (tag.find()) {
            words.append(payload, from, tag.start());
            from = tag.end();
            if (tag.group(1) != null) {
                addWords(all, speaker, start, words);
                speaker = plain(tag.group(1));
            }
        }
        words.append(payload, from, payload.length());
        addWords(all, speaker, start, words);
    }

    private static void addWords(List<Said> all, @Nullable String speaker, long start, StringBuilder words) {
        String plain = plain(words.toString());
        words.setLength(0);
        if (!plain.isEmpty()) {
            all.add(new Said(speaker == null || speaker.isEmpty() ? null : speaker, start, plain));
        }
    }

    private static String plain(String payload) {
        return payload.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00a0")
                .replace("&lrm;", "\u200e")
                .replace("&rlm;", "\u200f")
                .replace("&amp;", "&")
                .strip();
    }

    /** Where no cue names a voice, "Name: ..." at the start of cues does. */
    private static List<Said> namedByColon(List<Said> all) {
        if (all.stream().anyMatch(said -> said.speaker() != null)) {
            return all;
        }
        SpeakerLabels labels = SpeakerLabels.in(
                Lines.of(String.join("\n", all.stream().map(Said::words).toList())));
        return all.stream().map(said -> named(said, labels.at(said.words()))).toList();
    }

    private static Said named(Said said, SpeakerLabels.@Nullable Found found) {
        return found == null
                ? said
                : new Said(
                        found.label(),
                        said.startMillis(),
                        said.words().substring(found.after()).strip());
    }

    private static Reading write(List<Said> all) {
        var text = new StringBuilder();
        var segments = new ArrayList<BaseSegment>();
        int i = 0;
        while (i < all.size()) {
            Said first = all.get(i);
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            if (first.speaker() != null) {
                text.append(first.speaker()).append(": ");
            }
            int start = text.length();
            text.append(first.words());
            i++;
            while (i < all.size()
                    && first.speaker() != null
                    && first.speaker().equals(all.get(i).speaker())) {
                text.append(' ').append(all.get(i).words());
                i++;
            }
            if (text.length() > start) {
                segments.add(new BaseSegment(new Span(start, text.length()), first.speaker(), first.startMillis()));
            }
        }
        return Summary.checked(
                new TranscriptText(text.toString(), segments), Format.WEBVTT, EnumSet.noneOf(Warning.class));
    }
}
