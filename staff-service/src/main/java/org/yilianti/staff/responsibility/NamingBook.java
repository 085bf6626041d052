package org.yilianti.staff.responsibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.Places;
import org.yilianti.staff.member.Appointment;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.responsibility.NamingRules.Naming;
import org.yilianti.staff.responsibility.ResponsibilityLedger.NamingChange;

/** Who answers for the units at hand, as it stands after the entries judged so far; touches no database. */
class NamingBook {

    private final Map<String, MemberId> people;
    private final List<Unit> units;
    private final List<Responsible> standing;
    private final Collection<Appointment> appointments;
    private final List<NamingChange> changes = new ArrayList<>();

    /**
     * @param standing everybody who is or was named in the units, and all that the people are or were named for
     * @param appointments of the people
     */
    NamingBook(
            Map<String, MemberId> people,
            List<Unit> units,
            Collection<Responsible> standing,
            Collection<Appointment> appointments) {
        this.people = people;
        this.units = units;
        this.standing = new ArrayList<>(standing);
        this.appointments = appointments;
    }

    /** What one row says. */
    private record Told(
            Duty duty,
            boolean fullTime,
            DatePeriod valid,
            @Nullable String endingReason) {

        boolean saysAs(Responsible known) {
            return saysBegins(known)
                    && known.valid().equals(valid)
                    && Objects.equals(known.endingReason(), endingReason);
        }

        boolean saysBegins(Responsible known) {
            return known.duty() == duty && known.fullTime() == fullTime;
        }
    }

    Taken take(Editor editor, Entry entry, Places places, Instant at) {
        Level level = entry.choice("level", Level.class);
        boolean own = places.own(entry, "institutionCode").isPresent();
        String name = entry.text("unit", 200);
        Told told = new Told(
                entry.choice("duty", Duty.class),
                entry.flag("fullTime"),
                entry.period("validFrom", "validTo"),
                entry.optionalText("endingReason", 500));
        if (told.endingReason() != null && told.valid().to() == null) {
            entry.fault("validTo", "required");
        }
        MemberId member = member(entry);
        LocalDate from = told.valid().from();
        Optional<Unit> unit = units.stream()
                .filter(one -> one.level() == level
                        && one.institution().code().equals(entry.key("institutionCode"))
                        && one.name().equals(name)
                        && one.valid().contains(from))
                .findFirst();
        if (!entry.faulty() && own && unit.isEmpty()) {
            entry.fault("unit", "responsibility-no-unit", name, from);
        }
        return entry.faulty() || member == null || unit.isEmpty()
                ? Taken.NOTHING
                : taken(editor, entry, unit.get(), member, told, at);
    }

    private @Nullable MemberId member(Entry entry) {
        String staffNo = entry.text("staffNo", 50);
        MemberId member = people.get(staffNo);
        if (!staffNo.isEmpty() && member == null) {
            entry.fault("staffNo", "unknown-member", staffNo);
        }
        return member;
    }

    private Taken taken(Editor editor, Entry entry, Unit unit, MemberId member, Told told, Instant at) {
        Responsible known = standing.stream()
                .filter(one -> one.unit().equals(unit.id())
                        && one.member().equals(member)
                        && one.valid().from().equals(told.valid().from()))
                .findFirst()
                .orElse(null);
        if (known == null) {
            return named(editor, entry, unit, member, told, at);
        }
        if (told.saysAs(known)) {
            return new Taken(0, 0, 1);
        }
        return released(entry, unit, known, told);
    }

    private Taken named(Editor editor, Entry entry, Unit unit, MemberId member, Told told, Instant at) {
        Responsible wanted = Responsible.named(
                        unit, member, told.duty(), told.fullTime(), told.valid(), at, editor.name())
                .because(told.endingReason());
        NamingRules.objections(Naming.of(unit, wanted, standing, appointments))
                .forEach(fault -> entry.fault(
                        fault.field().equals("memberId") ? "staffNo" : fault.field(),
                        fault.code(),
                        fault.args().toArray()));
        if (entry.faulty()) {
            return Taken.NOTHING;
        }
        standing.add(wanted);
        changes.add(new NamingChange(unit, wanted));
        return new Taken(1, 0, 0);
    }

    /** Only an earlier end is another word on a known naming. */
    private Taken released(Entry entry, Unit unit, Responsible known, Told told) {
        LocalDate end = told.valid().to();
        if (!told.saysBegins(known) || end == null || end.equals(known.valid().to())) {
            entry.fault(
                    "duty", "responsibility-differs", unit.name(), known.valid().from());
            return Taken.NOTHING;
        }
        if (told.endingReason() == null) {
            entry.fault("endingReason", "required");
            return Taken.NOTHING;
        }
        try {
            Responsible until = known.released(end, told.endingReason());
            standing.remove(known);
            standing.add(until);
            changes.add(new NamingChange(unit, until));
            return new Taken(0, 1, 0);
        } catch (Refusal refusal) {
            entry.fault("validTo", refusal);
            return Taken.NOTHING;
        }
    }

    List<NamingChange> changes() {
        return changes;
    }
}
