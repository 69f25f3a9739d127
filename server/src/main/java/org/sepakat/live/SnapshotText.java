package org.sepakat.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.sepakat.store.Snapshot;
import org.sepakat.store.StreamInfo;

/**
 * A snapshot encoded once for all who asked for it, cut into parts that fit a message.
 *
 * @param sha256 of all parts joined, in UTF-8
 */
record SnapshotText(StreamInfo stream, List<String> parts, String sha256) {

    /** Characters of a part; a character takes at most six bytes once escaped. */
    private static final int PART = 32 << 10;

    static SnapshotText of(Snapshot snapshot) {
        String text = snapshot.data().encode();
        var parts = new ArrayList<String>();
        for (int from = 0; from < text.length(); ) {
            int to = end(text, from);
            parts.add(text.substring(from, to));
            from = to;
        }
        return new SnapshotText(snapshot.stream(), List.copyOf(parts), sha256(text));
    }

    long seq() {
        return stream.head();
    }

    List<ServerFrame.Snap> frames(UUID study) {
        var frames = new ArrayList<ServerFrame.Snap>();
        for (int i = 0; i < parts.size(); i++) {
            frames.add(new ServerFrame.Snap(study, stream, i + 1, parts.size(), parts.get(i), sha256));
        }
        return frames;
    }

    /** Surrogate pairs stay together, since half of one is no text. */
    private static int end(String text, int from) {
        int to = Math.min(text.length(), from + PART);
        return to < text.length() && Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
