package org.sepakat.text;

/**
 * Offsets of one text in both countings: UTF-16 code units (Java, the browser) and Unicode code points (exchange files). A code point outside
 * the basic plane, most emoji for instance, is two code units.
 */
public final class CodePoints {
    private final int length;
    private final int[] before;

    public CodePoints(String text) {
        this.length = text.length();
        this.before = new int[text.length() + 1];
        for (int at = 0; at < length; at++) {
            before[at + 1] = before[at] + (isSecondHalf(text, at) ? 0 : 1);
        }
    }

    private static boolean isSecondHalf(String text, int at) {
        return at > 0 && Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1));
    }

    public int length() {
        return before[length];
    }

    /** Code points before a place in code units; inside a pair, the pair counts as before. */
    public int fromUtf16(int offset) {
        return before[offset];
    }

    /** The place in code units where the code point of this number begins. */
    public int toUtf16(int codePoint) {
        if (codePoint < 0 || codePoint > length()) {
            throw new IllegalArgumentException("code point " + codePoint + " of a text of " + length());
        }
        int low = codePoint;
        int high = Math.min(2 * codePoint, length);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before[middle] < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // The code point before may end in a second half, which counts nothing of its own.
        return low < length && before[low + 1] == codePoint ? low + 1 : low;
    }

    /** Code points in a span. */
    public int count(Span span) {
        return before[span.end()] - before[span.start()];
    }
}
