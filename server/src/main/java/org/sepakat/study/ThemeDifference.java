package org.sepakat.study;

import java.util.List;

/**
 * In what an imported theme is not the study's theme of that label. The study's holds.
 *
 * @param theme as the import names it
 * @param files what the import says; empty for everyone, nothing above, no group
 * @param here what the study says, likewise
 */
public record ThemeDifference(String theme, What what, List<String> files, List<String> here) {

    /** In the order in which they are told. */
    public enum What implements Word {
        SCOPE,
        PARENT,
        GROUP,
        DEFINITION
    }

    public ThemeDifference {
        files = List.copyOf(files);
        here = List.copyOf(here);
    }
}
