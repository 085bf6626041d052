package org.yilianti.staff.bulk;

import java.util.List;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;

/** A list that leaves as a file and never comes in: each of its records takes somebody who decides. */
public interface LeavingList extends RegistryList {

    /** Takes nothing; every row says so. */
    @Override
    default Taken take(Editor editor, List<Entry> entries) {
        String key = Entry.field(template().header().getFirst());
        entries.forEach(entry -> entry.fault(key, "export-only"));
        return Taken.NOTHING;
    }
}
