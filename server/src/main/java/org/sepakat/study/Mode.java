package org.sepakat.study;

/** Whether the coders of a round see each other while they code; imported rounds were coded elsewhere and are born revealed. */
public enum Mode implements Word {
    BLIND,
    OPEN,
    IMPORTED
}
