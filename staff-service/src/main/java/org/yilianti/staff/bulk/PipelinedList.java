package org.yilianti.staff.bulk;

import java.util.List;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.entry.Turn;

/** A list whose batches are judged while the one before is written, so long as no row of one concerns a row of the other. */
public interface PipelinedList extends RegistryList {

    /** Fields by whose values rows concern each other: those that have none in common are judged alike whichever is first. */
    List<String> meetingFields();

    /**
     * As {@link RegistryList#take}. Before its turn it reads and locks only what its own rows name; it writes after its turn.
     *
     * @param turn told that all is judged before the first change
     */
    Taken take(Editor editor, List<Entry> entries, Turn turn);

    @Override
    default Taken take(Editor editor, List<Entry> entries) {
        return take(editor, entries, Turn.NOW);
    }
}
