package org.sepakat.study;

import java.util.UUID;
import java.util.function.Supplier;

/** An act that says something in words of its actor's own. */
public interface Wording {

    ErasableText words();

    /** As it is recorded: the words have got the id that the log keeps of them. */
    Act recorded(Supplier<UUID> ids);
}
