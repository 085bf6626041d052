package org.yilianti.staff.membership;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionLocks;
import org.yilianti.staff.institution.Places;

/** Takes periods from a file, a batch at a time in the import's transaction; locks the institutions in the order of their ids. */
@Component
public class MembershipIntake {

    private final MembershipRepository memberships;
    private final MembershipLedger ledger;
    private final InstitutionDirectory institutions;
    private final InstitutionLocks locks;
    private final Clock clock;

    MembershipIntake(
            MembershipRepository memberships,
            MembershipLedger ledger,
            InstitutionDirectory institutions,
            InstitutionLocks locks,
            Clock clock) {
        this.memberships = memberships;
        this.ledger = ledger;
        this.institutions = institutions;
        this.locks = locks;
        this.clock = clock;
    }

    /** Lets institutions join and leave, in the order of the file. */
    public Taken take(Editor editor, List<Entry> entries) {
        Places places = institutions.named(editor, entries, "institutionCode", "mergedIntoCode");
        locks.hold(places.byCode().values());
        MembershipBook book =
                new MembershipBook(editor, memberships.of(places.byCode().values()), clock.instant());
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            taken = taken.plus(book.take(entry, places));
        }
        ledger.write(editor, book.begun(), book.ended());
        return taken;
    }
}
