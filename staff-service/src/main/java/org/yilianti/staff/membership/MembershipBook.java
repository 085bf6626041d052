package org.yilianti.staff.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.institution.Places;
import org.yilianti.staff.membership.Membership.Ending;

/** The periods of the institutions at hand as they stand after the entries judged so far; touches no database. */
class MembershipBook {

    private final Editor editor;
    private final Instant at;
    private final Map<InstitutionId, List<Membership>> periods = new HashMap<>();
    private final List<Membership> begun = new ArrayList<>();
    private final List<Membership> ended = new ArrayList<>();

    MembershipBook(Editor editor, Collection<Membership> known, Instant at) {
        this.editor = editor;
        this.at = at;
        known.forEach(period -> of(period.institution()).add(period));
    }

    /** What a row says of the end of a period; {@code leftOn} null while it goes on. */
    private record Told(
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable InstitutionRef into,
            String reason) {

        boolean saysAs(Membership known) {
            Ending ending = known.ending();
            return Objects.equals(leftOn, known.period().to())
                    && Objects.equals(into, ending == null ? null : ending.into())
                    && reason.equals(known.reason());
        }
    }

    Taken take(Entry entry, Places places) {
        Optional<InstitutionRef> place = places.own(entry, "institutionCode");
        Told told = new Told(
                entry.date("joinedOn"),
                entry.optionalDate("leftOn"),
                places.any(entry, "mergedIntoCode").orElse(null),
                entry.text("reason", 500));
        if (told.into() != null && told.leftOn() == null) {
            entry.fault("leftOn", "required");
        }
        if (entry.faulty() || place.isEmpty()) {
            return Taken.NOTHING;
        }
        return of(place.get()).stream()
                .filter(known -> known.period().from().equals(told.joinedOn()))
                .findFirst()
                .map(known -> known.ending() == null && told.leftOn() != null
                        ? ended(entry, known, told)
                        : known(entry, known, told))
                .orElseGet(() -> joined(entry, place.get(), told));
    }

    private static Taken known(Entry entry, Membership known, Told told) {
        if (told.saysAs(known)) {
            return new Taken(0, 0, 1);
        }
        entry.fault("leftOn", "membership-differs", known.institution().code(), told.joinedOn());
        return Taken.NOTHING;
    }

    private Taken joined(Entry entry, InstitutionRef place, Told told) {
        MembershipRules.joining(place, told.joinedOn(), of(place)).ifPresent(entry::fault);
        if (entry.faulty()) {
            return Taken.NOTHING;
        }
        Membership joined =
                Membership.begun(editor.association(), place, told.joinedOn(), told.reason(), at, editor.name());
        if (told.leftOn() != null && ended(entry, joined, told).equals(Taken.NOTHING)) {
            return Taken.NOTHING;
        }
        begun.add(joined);
        if (told.leftOn() == null) {
            of(place).add(joined);
        }
        return new Taken(1, 0, 0);
    }

    private Taken ended(Entry entry, Membership known, Told told) {
        LocalDate leftOn = Objects.requireNonNull(told.leftOn());
        MembershipRules.merging(known.institution(), told.into(), leftOn, into -> of(into))
                .ifPresent(entry::fault);
        if (entry.faulty()) {
            return Taken.NOTHING;
        }
        try {
            Membership over = known.ended(leftOn, Ending.into(told.into()), told.reason(), at, editor.name());
            of(known.institution()).remove(known);
            of(known.institution()).add(over);
            ended.add(over);
            return new Taken(0, 1, 0);
        } catch (Refusal refusal) {
            entry.fault("leftOn", refusal);
            return Taken.NOTHING;
        }
    }

    private List<Membership> of(InstitutionRef place) {
        return periods.computeIfAbsent(place.id(), none -> new ArrayList<>());
    }

    List<Membership> begun() {
        return begun;
    }

    List<Membership> ended() {
        return ended;
    }
}
