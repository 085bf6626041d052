package org.yilianti.rotation.plan;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.plan.PlannedShifts.Placed;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.practice.PracticeQuestion;

/**
 * Which of a plan's shifts one person may lawfully have on which days. Asks where anything binds the person, once for each specialty and
 * each stretch of days on which nothing changes: the answers are those that asking about every shift and day gives.
 */
record LawfulShifts(PlannedShifts shifts, PracticeFacts facts) {

    /** A decision is the same for all shifts of one specialty. */
    private record Asked(@Nullable String specialty, LocalDate day) {}

    /** By the plan's bits; empty when the person may have none. */
    BitSet bits() {
        BitSet bits = new BitSet();
        List<DatePeriod> stretches = LawfulPractice.stretches(facts, shifts.days());
        for (UUID place : facts.places()) {
            List<Placed> fitting = shifts.at(place).stream()
                    .filter(one -> one.at().unfit(member()).isEmpty())
                    .toList();
            if (!fitting.isEmpty()) {
                add(place, fitting, stretches, bits);
            }
        }
        return bits;
    }

    private void add(UUID place, List<Placed> fitting, List<DatePeriod> stretches, BitSet bits) {
        Map<Asked, Boolean> decisions = new HashMap<>();
        for (DatePeriod stretch : stretches) {
            for (Placed one : fitting) {
                Asked asked = new Asked(one.at().shift().specialty(), stretch.from());
                if (decisions.computeIfAbsent(asked, question -> permitted(place, question))) {
                    set(stretch, one.position(), bits);
                }
            }
        }
    }

    private boolean permitted(UUID place, Asked asked) {
        return LawfulPractice.decide(PracticeQuestion.on(asked.day, member().id(), place, asked.specialty), facts)
                .permitted();
    }

    private void set(DatePeriod stretch, int position, BitSet bits) {
        int end = shifts.horizon().day(Objects.requireNonNull(stretch.to()));
        for (int day = shifts.horizon().day(stretch.from()); day < end; day++) {
            bits.set(shifts.bit(day, position));
        }
    }

    private Member member() {
        return Objects.requireNonNull(facts.member());
    }
}
