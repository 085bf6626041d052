package org.yilianti.staff.bulk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;

/** A list of the registry that can be imported and exported; features declare theirs as beans. */
public interface RegistryList {

    /** What its sheet looks like. */
    Template template();

    /** Who may bring a file of it, each for the institutions of these roles: as whoever may enter a row by form. */
    default Set<Role> importers() {
        return Set.of(Role.HR_OFFICER);
    }

    /**
     * Takes entries into the registry, in the import's transaction. An entry that cannot be taken gets its faults and changes nothing.
     *
     * @param entries no two with the same key
     * @return what was taken
     */
    Taken take(Editor editor, List<Entry> entries);

    /** Gives every row within the export's scope, in the order of the template's columns; null cells are empty. */
    void export(Export export, Consumer<List<@Nullable String>> rows);

    /**
     * Whose rows are exported.
     *
     * @param revealed personal values as they are, not masked
     */
    record Export(UUID association, InstitutionScope scope, boolean revealed) {}
}
