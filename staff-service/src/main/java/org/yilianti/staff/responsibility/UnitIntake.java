package org.yilianti.staff.responsibility;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.institution.Places;

/** Takes units of the tree from a file, a batch at a time in the import's transaction, with the tree locked. */
@Component
public class UnitIntake {

    private final UnitRepository units;
    private final InstitutionDirectory institutions;
    private final ResponsibilityLedger ledger;
    private final Clock clock;

    UnitIntake(UnitRepository units, InstitutionDirectory institutions, ResponsibilityLedger ledger, Clock clock) {
        this.units = units;
        this.institutions = institutions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What one row says; the parent is named by level, institution and name. */
    private record Told(
            Level level,
            InstitutionRef institution,
            String name,
            DatePeriod valid,
            @Nullable Unit parent) {

        boolean isOf(Unit known) {
            return known.level() == level
                    && known.institution().equals(institution)
                    && known.name().equals(name)
                    && known.valid().from().equals(valid.from());
        }
    }

    /** Establishes units, each under one of an earlier row or one that is known; names and ends are changed by form. */
    public Taken take(Editor editor, List<Entry> entries) {
        Places places = institutions.named(editor, entries, "institutionCode", "parentInstitutionCode");
        units.holdTree(editor.association(), clock.instant());
        List<Unit> standing = new ArrayList<>(units.all(editor.association()));
        List<Unit> established = new ArrayList<>();
        long unchanged = 0;
        for (Entry entry : entries) {
            Optional<Told> told = told(entry, places, standing);
            Optional<Unit> known =
                    told.flatMap(row -> standing.stream().filter(row::isOf).findFirst());
            if (known.isPresent()) {
                unchanged += recognised(entry, known.get(), told.get()) ? 1 : 0;
            } else if (told.isPresent()) {
                Optional<Unit> unit = established(editor, entry, told.get(), standing);
                unit.ifPresent(established::add);
                unit.ifPresent(standing::add);
            }
        }
        ledger.established(editor, established);
        return new Taken(established.size(), 0, unchanged);
    }

    private static Optional<Told> told(Entry entry, Places places, List<Unit> standing) {
        Level level = entry.choice("level", Level.class);
        Optional<InstitutionRef> place = places.own(entry, "institutionCode");
        String name = entry.text("name", 200);
        DatePeriod valid = entry.period("validFrom", "validTo");
        Unit parent = parent(entry, level, places, valid, standing);
        return entry.faulty() ? Optional.empty() : place.map(at -> new Told(level, at, name, valid, parent));
    }

    private static @Nullable Unit parent(
            Entry entry, Level level, Places places, DatePeriod valid, List<Unit> standing) {
        String name = entry.optionalText("parentName", 200);
        Optional<InstitutionRef> host = places.any(entry, "parentInstitutionCode");
        if (entry.faulty() || (name == null && host.isEmpty())) {
            return null;
        }
        Optional<Unit> parent = level.above().flatMap(above -> standing.stream()
                .filter(unit -> unit.level() == above
                        && unit.name().equals(name)
                        && Optional.of(unit.institution()).equals(host)
                        && unit.valid().contains(valid.from()))
                .findFirst());
        if (parent.isEmpty()) {
            entry.fault("parentName", "responsibility-parent-unfit", level.code());
        }
        return parent.orElse(null);
    }

    private static boolean recognised(Entry entry, Unit known, Told told) {
        UUID parent = told.parent() == null ? null : told.parent().id();
        boolean same = known.valid().equals(told.valid()) && Objects.equals(known.parent(), parent);
        if (!same) {
            entry.fault(
                    "name",
                    "responsibility-differs",
                    known.name(),
                    known.valid().from());
        }
        return same;
    }

    private Optional<Unit> established(Editor editor, Entry entry, Told told, List<Unit> standing) {
        if (!UnitRules.fits(told.level(), told.parent(), told.valid().from())) {
            entry.fault(
                    "parentName", "responsibility-parent-unfit", told.level().code());
        }
        UnitRules.rival(told.level(), told.institution(), told.valid(), standing)
                .ifPresent(other -> entry.fault("name", "responsibility.unit-exists", other.name()));
        return entry.faulty()
                ? Optional.empty()
                : Optional.of(Unit.established(
                        editor.association(),
                        told.level(),
                        told.parent() == null ? null : told.parent().id(),
                        told.institution(),
                        told.name(),
                        told.valid(),
                        clock.instant(),
                        editor.name()));
    }
}
