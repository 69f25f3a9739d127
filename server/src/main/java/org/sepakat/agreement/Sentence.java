package org.sepakat.agreement;

/** One statement in the two languages of the house; English first. */
public record Sentence(String english, String indonesian) {}
