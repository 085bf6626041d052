package org.yilianti.staff.member;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Editor;

/** Records that say who a person was and that another feature keeps; its bean lets them go when the person's data are erased. */
public interface ErasedRecords {

    /**
     * Lets go of everything, in the erasure's transaction, which holds the person's lock.
     *
     * @param keptUntil day until which law asks to keep who it was, sealed and unused; null when nothing is kept
     */
    void erase(Editor editor, MemberId member, @Nullable LocalDate keptUntil);
}
