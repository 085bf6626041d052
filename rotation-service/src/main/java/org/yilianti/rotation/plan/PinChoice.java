package org.yilianti.rotation.plan;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.roster.Duty;

/**
 * Which duties of a plan become pins; empty sets and null stand for any.
 *
 * @param planId the plan they are taken from; null for the draft itself
 * @param from first date in that plan
 * @param to date after the last, in that plan
 */
public record PinChoice(
        @Nullable UUID planId,
        Set<UUID> memberIds,
        Set<UUID> institutionIds,
        Set<String> shifts,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    boolean contains(Duty duty) {
        UUID member = duty.memberId();
        return member != null
                && (memberIds.isEmpty() || memberIds.contains(member))
                && (institutionIds.isEmpty() || institutionIds.contains(duty.institutionId()))
                && (shifts.isEmpty() || shifts.contains(duty.shift()))
                && (from == null || !duty.date().isBefore(from))
                && (to == null || duty.date().isBefore(to));
    }
}
