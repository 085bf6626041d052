package org.yilianti.staff.bulk;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;

/** A list of the registry that can be imported and exported; features declare theirs as beans. */
public interface RegistryList {

    /** The name in addresses and file names, such as {@code members}. */
    String name();

    /** Raised whenever the columns change. */
    default int version() {
        return 1;
    }

    /** The codes that a column takes, by column; they are explained in the templates. */
    default Map<String, List<String>> codes() {
        return Map.of();
    }

    /** The columns of the template in order; the first are the key by which rows are recognised. */
    List<String> columns();

    /** How many of the first columns make the key together; one unless a record has no number of its own. */
    default int keyColumns() {
        return 1;
    }

    /**
     * Takes entries into the registry, in the import's transaction. An entry that cannot be taken gets its faults and changes nothing.
     *
     * @param entries no two with the same key
     * @return what was taken
     */
    Taken take(Editor editor, List<Entry> entries);

    /** Gives every row within the export's scope, in the order of {@link #columns()}; null cells are empty. */
    void export(Export export, Consumer<List<@Nullable String>> rows);

    /**
     * Whose rows are exported.
     *
     * @param revealed personal values as they are, not masked
     */
    record Export(java.util.UUID association, InstitutionScope scope, boolean revealed) {}
}
