package org.yilianti.staff.responsibility;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.Places;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Takes who answers for which unit from a file, a batch at a time in the import's transaction; locks people, then the tree. */
@Component
public class NamingIntake {

    private final UnitRepository units;
    private final ResponsibleRepository people;
    private final MemberDirectory members;
    private final InstitutionDirectory institutions;
    private final ResponsibilityLedger ledger;
    private final AssociationCalendar calendar;
    private final Clock clock;

    NamingIntake(
            UnitRepository units,
            ResponsibleRepository people,
            MemberDirectory members,
            InstitutionDirectory institutions,
            ResponsibilityLedger ledger,
            AssociationCalendar calendar,
            Clock clock) {
        this.units = units;
        this.people = people;
        this.members = members;
        this.institutions = institutions;
        this.ledger = ledger;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Names and releases, in the order of the file. */
    public Taken take(Editor editor, List<Entry> entries) {
        Places places = institutions.named(editor, entries, "institutionCode");
        Set<String> staffNos = new HashSet<>();
        entries.forEach(entry -> staffNos.add(entry.key("staffNo")));
        Sight everybody = Sight.of(InstitutionScope.ALL, calendar.today());
        Map<String, MemberId> known = members.hold(editor.association(), everybody, staffNos);
        units.holdTree(editor.association(), clock.instant());
        List<Unit> standing = units.all(editor.association()).stream()
                .filter(unit -> places.byCode().containsValue(unit.institution().id()))
                .toList();
        Collection<MemberId> named = known.values();
        NamingBook book = new NamingBook(
                known,
                standing,
                people.of(standing.stream().map(Unit::id).toList(), named),
                members.appointments(named));
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            taken = taken.plus(book.take(editor, entry, places, clock.instant()));
        }
        ledger.write(editor, book.changes());
        return taken;
    }
}
