package org.sepakat.study;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The base segments that a theme's figure counts: those whose speaker has one of the roles or one of the labels. Empty means every one.
 *
 * @param speakers speaker labels as the transcripts write them
 */
public record Scope(Set<SpeakerRole> roles, Set<String> speakers) {

    public static final Scope EVERYTHING = new Scope(Set.of(), Set.of());

    public Scope {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        speakers = Collections.unmodifiableSet(new TreeSet<>(speakers));
    }

    public boolean isEverything() {
        return roles.isEmpty() && speakers.isEmpty();
    }

    public boolean includes(@Nullable String speaker, @Nullable SpeakerRole role) {
        return isEverything()
                || (role != null && roles.contains(role))
                || (speaker != null && speakers.contains(speaker));
    }
}
