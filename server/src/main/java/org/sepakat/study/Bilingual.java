package org.sepakat.study;

/** The same text in Indonesian and English; either may be empty. */
public record Bilingual(String id, String en) {

    public static final Bilingual EMPTY = new Bilingual("", "");

    public boolean isBlank() {
        return id.isBlank() && en.isBlank();
    }
}
