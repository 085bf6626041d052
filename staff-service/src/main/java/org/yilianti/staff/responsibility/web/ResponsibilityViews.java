package org.yilianti.staff.responsibility.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.responsibility.ResponsibilityGaps.Gap;
import org.yilianti.staff.responsibility.Responsible;
import org.yilianti.staff.responsibility.Unit;

/** The tree as it is shown. */
final class ResponsibilityViews {

    private ResponsibilityViews() {}

    /** Somebody who answers for a unit; validTo is the first day after it. */
    record ResponsibleView(
            UUID id,
            long version,
            UUID unitId,
            UUID memberId,
            String duty,
            boolean fullTime,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String recordedBy,
            @Nullable String endingReason) {

        static ResponsibleView of(Responsible one) {
            return new ResponsibleView(
                    one.id(),
                    one.version(),
                    one.unit(),
                    one.member().value(),
                    one.duty().code(),
                    one.fullTime(),
                    one.valid().from(),
                    one.valid().to(),
                    one.recordedBy(),
                    one.endingReason());
        }
    }

    /** A unit with those who answer for it on the day that was asked for, the head first. */
    record UnitView(
            UUID id,
            long version,
            String level,
            @Nullable UUID parentId,
            String institutionCode,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String recordedBy,
            List<ResponsibleView> responsible) {

        static UnitView of(Unit unit, List<Responsible> people) {
            return new UnitView(
                    unit.id(),
                    unit.version(),
                    unit.level().code(),
                    unit.parent(),
                    unit.institution().code(),
                    unit.name(),
                    unit.valid().from(),
                    unit.valid().to(),
                    unit.recordedBy(),
                    people.stream()
                            .filter(one -> one.unit().equals(unit.id()))
                            .map(ResponsibleView::of)
                            .toList());
        }
    }

    /** An institution for which nobody answers; unit says whether only its head is missing. */
    record GapView(UUID institutionId, String institutionCode, String name, boolean unit) {

        static GapView of(Gap gap) {
            return new GapView(gap.institution(), gap.code(), gap.name(), gap.unit());
        }
    }
}
