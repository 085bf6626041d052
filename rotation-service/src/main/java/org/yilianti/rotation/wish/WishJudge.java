package org.yilianti.rotation.wish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.rotation.directory.Institution;

/** Says row by row what a file would do. Used once, in the order of the rows. */
final class WishJudge {

    /**
     * What becomes of a row.
     *
     * @param wish to keep; null when nothing changes
     * @param before what it replaces; null for a new one
     */
    record Verdict(@Nullable RosterWish wish, @Nullable RosterWish before, List<WishFault> faults) {}

    private record Key(String staffNo, LocalDate date) {}

    private final WishFacts facts;
    private final Set<Key> seen = new HashSet<>();

    WishJudge(WishFacts facts) {
        this.facts = facts;
    }

    Verdict judge(StatedWish stated) {
        List<WishFault> faults = new ArrayList<>(stated.faults());
        UUID member = member(stated, faults);
        LocalDate date = stated.date();
        Institution place = place(stated, faults);
        day(stated, date, faults);
        if (member == null || date == null) {
            return new Verdict(null, null, faults);
        }
        RosterWish before = facts.standing(member, date);
        if (before != null && faults.isEmpty() && says(before, stated, place)) {
            return new Verdict(null, before, faults);
        }
        Optional<Institution> home = facts.home(member, date);
        if (home.isEmpty() && facts.area().holds(date)) {
            faults.add(WishFault.of(stated.line(), WishColumns.STAFF_NO, "wish-file.not-of-site", stated.staffNo()));
        }
        if (before != null && before.origin() == WishOrigin.PERSON && home.isPresent()) {
            faults.add(WishFault.of(stated.line(), WishColumns.DATE, "wish-file.own-stands", date));
        }
        shift(stated, place, faults);
        return faults.isEmpty()
                ? new Verdict(wish(stated, member, date, home.orElseThrow(), place, before), before, faults)
                : new Verdict(null, before, faults);
    }

    private @Nullable UUID member(StatedWish stated, List<WishFault> faults) {
        UUID member = facts.members().get(stated.staffNo());
        if (member == null && !stated.staffNo().isEmpty()) {
            faults.add(WishFault.of(stated.line(), WishColumns.STAFF_NO, "wish-file.not-of-site", stated.staffNo()));
        }
        return member;
    }

    private void day(StatedWish stated, @Nullable LocalDate date, List<WishFault> faults) {
        if (date == null) {
            return;
        }
        if (!facts.area().holds(date)) {
            faults.add(WishFault.of(
                    stated.line(),
                    WishColumns.DATE,
                    "wish-file.outside-month",
                    date,
                    facts.area().month()));
        }
        if (!stated.staffNo().isEmpty() && !seen.add(new Key(stated.staffNo(), date))) {
            faults.add(WishFault.of(stated.line(), WishColumns.DATE, "wish-file.row-twice", stated.staffNo(), date));
        }
    }

    private @Nullable Institution place(StatedWish stated, List<WishFault> faults) {
        String code = stated.institutionCode();
        Institution place = facts.institutions().get(code);
        if (place == null && !code.isEmpty()) {
            faults.add(WishFault.of(stated.line(), WishColumns.INSTITUTION, "wish-file.institution-unknown", code));
        }
        return place;
    }

    private void shift(StatedWish stated, @Nullable Institution place, List<WishFault> faults) {
        if (place == null) {
            return;
        }
        if (!facts.mayName(place)) {
            faults.add(WishFault.of(
                    stated.line(), WishColumns.INSTITUTION, "wish-file.institution-unknown", place.code()));
        } else if (!stated.shift().isEmpty() && facts.unknownShift(place, stated.shift())) {
            faults.add(WishFault.of(
                    stated.line(), WishColumns.SHIFT, "wish-file.shift-unknown", stated.shift(), place.code()));
        }
    }

    private boolean says(RosterWish wish, StatedWish stated, @Nullable Institution place) {
        String shift = wish.shift() == null ? "" : wish.shift();
        UUID institution = place == null ? null : place.id();
        return facts.area().sites().containsKey(wish.homeInstitutionId())
                && Boolean.valueOf(wish.wanted()).equals(stated.wanted())
                && wish.weight() == stated.weight()
                && shift.equals(stated.shift())
                && Objects.equals(wish.institutionId(), institution);
    }

    private RosterWish wish(
            StatedWish stated,
            UUID member,
            LocalDate date,
            Institution home,
            @Nullable Institution place,
            @Nullable RosterWish before) {
        return new RosterWish(
                before == null ? Ids.next() : before.id(),
                facts.area().association(),
                before == null ? 1 : before.version() + 1,
                member,
                home.id(),
                date,
                Boolean.TRUE.equals(stated.wanted()),
                place == null ? null : place.id(),
                place == null ? null : stated.shift(),
                stated.weight(),
                WishOrigin.OFFICE,
                false);
    }
}
