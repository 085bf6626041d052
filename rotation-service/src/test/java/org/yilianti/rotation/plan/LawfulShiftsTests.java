package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.practice.PracticeQuestion;
import org.yilianti.rotation.practice.RandomFacts;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.LawfulOptions;

/** Asking once for each stretch of days, and only where something binds the person, gives what asking everywhere every day gives (M1, M7). */
class LawfulShiftsTests {

    private static final int PEOPLE = 3_000;

    private final List<UUID> sites = Stream.generate(UUID::randomUUID).limit(4).toList();
    private final Horizon october = new Horizon(LocalDate.of(2026, 10, 1), 31);
    private final Map<String, SiteShift> byKey = new LinkedHashMap<>();
    private final PlannedShifts shifts = shifts();

    private PlannedShifts shifts() {
        // At the fourth institution nothing is planned.
        sites.subList(0, 3).forEach(site -> TestShifts.of(site).forEach(shift -> byKey.put(shift.key(), shift)));
        return new PlannedShifts(
                october, byKey, byKey.values().stream().map(SiteShift::type).toList());
    }

    @Test
    void peopleOfAllKindsMayHaveExactlyTheShiftsThatTheDecisionPermitsDayByDay() {
        RandomFacts everybody = new RandomFacts(new Random(20_261_001), sites);
        int permitted = 0;
        int turning = 0;
        for (int number = 0; number < PEOPLE; number++) {
            PracticeFacts facts = everybody.person();
            BitSet asked = new LawfulShifts(shifts, facts).bits();
            assertThat(asked).isEqualTo(everywhere(facts));
            permitted += asked.cardinality();
            turning += LawfulPractice.stretches(facts, shifts.days()).size() > 1 ? 1 : 0;
        }
        assertThat(permitted).isGreaterThan(10_000);
        assertThat(turning).isGreaterThan(PEOPLE / 2);
    }

    @Test
    void optionsAreTheBitsAndSharedByPeopleOfTheSameBits() {
        PracticeFacts facts = new RandomFacts(new Random(7), sites).person();
        BitSet bits = new LawfulShifts(shifts, facts).bits();
        bits.set(shifts.bit(30, 2));
        LawfulOptions options = shifts.options(bits);
        for (int day = 0; day < october.days(); day++) {
            for (int type = 0; type < byKey.size(); type++) {
                assertThat(options.permits(day, type)).isEqualTo(bits.get(shifts.bit(day, type)));
            }
        }
        assertThat(shifts.options((BitSet) bits.clone())).isSameAs(options);
        assertThat(shifts.options(new BitSet())).isNotSameAs(options);
    }

    private BitSet everywhere(PracticeFacts facts) {
        Member member = Objects.requireNonNull(facts.member());
        BitSet bits = new BitSet();
        List<SiteShift> all = new ArrayList<>(byKey.values());
        for (int type = 0; type < all.size(); type++) {
            SiteShift at = all.get(type);
            String specialty = at.shift().specialty();
            boolean fits = at.shift().category() == member.category()
                    && (specialty == null || specialty.equals(member.specialty()))
                    && at.shift().rules().admits(member.title());
            for (int day = 0; fits && day < october.days(); day++) {
                var question = PracticeQuestion.on(october.date(day), member.id(), at.institutionId(), specialty);
                bits.set(
                        shifts.bit(day, type),
                        LawfulPractice.decide(question, facts).permitted());
            }
        }
        return bits;
    }
}
