package org.yilianti.staff.association;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/**
 * A medical association.
 *
 * @param version 0 before it is registered
 */
public record Association(UUID id, long version, Details details) {

    /** What is said about it. */
    public record Details(
            String code, String name, @Nullable String nameEn) {

        static Details read(Entry entry) {
            return new Details(entry.text("code", 50), entry.text("name", 200), entry.optionalText("nameEn", 200));
        }
    }

    static Association unregistered(UUID id) {
        return new Association(id, 0, new Details("", "", null));
    }

    boolean registered() {
        return version > 0;
    }

    /** The next version; the same when {@code changed} says nothing new. */
    Association revised(Details changed) {
        return changed.equals(details) ? this : new Association(id, version + 1, changed);
    }
}
