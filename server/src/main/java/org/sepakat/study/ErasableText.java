package org.sepakat.study;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Words of somebody's own, which may have to be erased: log and state tables hold their id, and the words stand in one place beside them.
 *
 * @param content under which id they are kept; null before they are recorded, and where there are none
 * @param text null if it was erased
 */
public record ErasableText(@Nullable UUID content, @Nullable String text) {

    public static final ErasableText NONE = new ErasableText(null, "");

    public static ErasableText written(String text) {
        return text.isBlank() ? NONE : new ErasableText(null, text);
    }

    /** Whether nothing was ever said. */
    public boolean isNone() {
        return content == null && text != null && text.isEmpty();
    }

    public ErasableText recorded(Supplier<UUID> ids) {
        return isNone() || content != null ? this : new ErasableText(ids.get(), text);
    }

    public ErasableText without(UUID erased) {
        return erased.equals(content) ? new ErasableText(content, null) : this;
    }
}
