package org.sepakat.study;

import java.util.Arrays;
import java.util.Locale;

/** An enum constant as it is written on the wire and in the database: in lower case. */
public interface Word {

    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant of that word.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    static <W extends Enum<W> & Word> W parse(Class<W> words, String word) {
        for (W candidate : words.getEnumConstants()) {
            if (candidate.word().equals(word)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is none of "
                + Arrays.stream(words.getEnumConstants()).map(Word::word).toList());
    }
}
