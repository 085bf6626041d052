package org.yilianti.staff.responsibility;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.responsibility.NamingRules.Naming;
import org.yilianti.staff.responsibility.ResponsibilityLedger.NamingChange;

/** Builds the tree and names who answers; locks the person, then the tree. */
@Service
public class ResponsibilityManagement {

    private final UnitRepository units;
    private final ResponsibleRepository people;
    private final MemberDirectory members;
    private final InstitutionDirectory institutions;
    private final ResponsibilityLedger ledger;
    private final AssociationCalendar calendar;
    private final Clock clock;

    ResponsibilityManagement(
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

    /** Establishes a unit; refuses (409) a second leading group, or a second unit of an institution, at one time. */
    @Transactional
    public Unit establish(Editor editor, @Nullable UUID parent, Entry entry) {
        Level level = entry.choice("level", Level.class);
        String name = entry.text("name", 200);
        DatePeriod valid = entry.period("validFrom", "validTo");
        String code = entry.text("institutionCode", 50);
        InstitutionId place =
                institutions.ids(editor.association(), List.of(code)).get(code);
        if (!code.isEmpty() && place == null) {
            entry.fault("institutionCode", "unknown-institution", code);
        }
        entry.refuseIfFaulty();
        editor.require(code);
        units.holdTree(editor.association(), clock.instant());
        judgeParent(editor, level, parent, valid.from());
        InstitutionRef institution = new InstitutionRef(Objects.requireNonNull(place), code);
        judgeOthers(editor, level, institution, valid);
        Unit unit = Unit.established(
                editor.association(), level, parent, institution, name, valid, clock.instant(), editor.name());
        ledger.established(editor, List.of(unit));
        return unit;
    }

    /** Gives a unit another name. */
    @Transactional
    public Unit rename(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        String name = entry.text("name", 200);
        Unit known = within(editor, id);
        expected.check(known.version());
        entry.refuseIfFaulty();
        Unit renamed = known.renamed(name);
        return renamed.version() > known.version()
                ? ledger.changed(editor, "responsibility.renamed", renamed)
                : renamed;
    }

    /** Ends a unit; refuses (409) while units under it, or people in it, go on. */
    @Transactional
    public Unit dissolve(Editor editor, UUID id, @Nullable ExpectedVersion expected, Entry entry) {
        LocalDate end = entry.date("validTo");
        entry.text("reason", 500);
        Unit known = within(editor, id);
        ExpectedVersion.checkIfSent(expected, known.version());
        entry.refuseIfFaulty();
        long people = this.people.inUnit(id).stream()
                .filter(one -> one.valid().overlaps(DatePeriod.from(end)))
                .count();
        long under = units.under(id, end);
        if (people + under > 0) {
            throw Refusal.conflict("responsibility.still-used", under, people);
        }
        return ledger.changed(editor, "responsibility.dissolved", known.dissolved(end));
    }

    /** Names somebody who answers for a unit; refuses (422) with every objection of {@link NamingRules}. */
    @Transactional
    public Responsible name(Editor editor, UUID unitId, MemberId member, Entry entry) {
        Duty duty = entry.choice("duty", Duty.class);
        boolean fullTime = entry.flag("fullTime");
        DatePeriod valid = entry.period("validFrom", "validTo");
        if (members.hold(editor.association(), everybody(), member)
                .filter(person -> !person.closed())
                .isEmpty()) {
            entry.fault("memberId", "unknown-member", member);
        }
        Unit unit = within(editor, unitId);
        entry.refuseIfFaulty();
        Responsible named = Responsible.named(unit, member, duty, fullTime, valid, clock.instant(), editor.name());
        List<MemberId> person = List.of(member);
        Naming naming = Naming.of(unit, named, people.of(List.of(unitId), person), members.appointments(person));
        NamingRules.objections(naming).forEach(entry::fault);
        entry.refuseIfFaulty();
        ledger.write(editor, List.of(new NamingChange(unit, named)));
        return named;
    }

    /** Somebody answers for a unit only until a day. */
    @Transactional
    public Responsible release(Editor editor, UUID unitId, UUID id, @Nullable ExpectedVersion expected, Entry entry) {
        LocalDate end = entry.date("validTo");
        String reason = entry.text("reason", 500);
        Unit unit = within(editor, unitId);
        Responsible known = people.find(editor.association(), id)
                .filter(one -> one.unit().equals(unitId))
                .orElseThrow(() -> Refusal.notFound("responsibility.unknown", id));
        ExpectedVersion.checkIfSent(expected, known.version());
        entry.refuseIfFaulty();
        Responsible released = known.released(end, reason);
        ledger.write(editor, List.of(new NamingChange(unit, released)));
        return released;
    }

    private void judgeParent(Editor editor, Level level, @Nullable UUID parent, LocalDate from) {
        Optional<Unit> above =
                Optional.ofNullable(parent).flatMap(id -> units.find(editor.association(), InstitutionScope.ALL, id));
        if (above.isPresent() != (parent != null) || !UnitRules.fits(level, above.orElse(null), from)) {
            throw Refusal.invalid("responsibility-parent-unfit", level.code()).at("/parentId");
        }
    }

    private void judgeOthers(Editor editor, Level level, InstitutionRef institution, DatePeriod valid) {
        UnitRules.rival(level, institution, valid, units.all(editor.association()))
                .ifPresent(other -> {
                    throw Refusal.conflict("responsibility.unit-exists", other.name());
                });
    }

    /** The unit, with the tree locked; refuses (404) one of an institution that is not the editor's. */
    private Unit within(Editor editor, UUID id) {
        units.holdTree(editor.association(), clock.instant());
        return units.find(editor.association(), editor.scope(), id)
                .orElseThrow(() -> Refusal.notFound("responsibility.unknown", id));
    }

    private Sight everybody() {
        return Sight.of(InstitutionScope.ALL, calendar.today());
    }
}
