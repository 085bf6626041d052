package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.rotation.fairness.Burden;
import org.yilianti.rotation.roster.RosterPolicy;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.FairnessWeights;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.LawfulOptions;
import org.yilianti.rotation.solver.Person;
import org.yilianti.rotation.solver.RosterProblem;
import org.yilianti.rotation.solver.RosterScorer;
import org.yilianti.rotation.solver.ShiftType;
import org.yilianti.rotation.solver.Wish;
import org.yilianti.rotation.wish.RosterWish;
import org.yilianti.rotation.wish.WishOrigin;

/** M7: what was carried in earlier months weighs in the plan exactly as if the month had gone on. */
class PersonalWishesTests {

    private static final RosterPolicy POLICY = RosterPolicy.standard();
    private static final UUID HOME = UUID.randomUUID();
    private static final Horizon NOVEMBER = new Horizon(LocalDate.of(2026, 11, 2), 28);
    private static final List<ShiftType> TYPES = List.of(
            new ShiftType("D", HOME.toString(), 480, 480, false),
            new ShiftType("N", HOME.toString(), 1320, 600, true),
            new ShiftType("A", UUID.randomUUID().toString(), 480, 480, false));
    private static final LawfulOptions ALL = LawfulOptions.all(NOVEMBER, TYPES);

    @Test
    void whoCarriedNoMoreThanOthersHasNoWishesSpokenFor() {
        assertThat(wishes(Burden.NONE, NOVEMBER)).isEmpty();
    }

    @Test
    void twoNightsCarriedMakeTheNextOneCostLikeTheThird() {
        long fresh = costOfNights(wishes(Burden.NONE, NOVEMBER), 3) - costOfNights(wishes(Burden.NONE, NOVEMBER), 2);
        Burden twoNights = new Burden(2, 1200, 2, 0, 0, 0, 0);
        long carried = costOfNights(wishes(twoNights, NOVEMBER), 1) - costOfNights(wishes(twoNights, NOVEMBER), 0);
        assertThat(carried).isEqualTo(fresh).isEqualTo(3L * POLICY.nightWeight());
    }

    @Test
    void aHolidayCostsMoreForThoseWhoWorkedOnHolidaysBefore() {
        Horizon october = new Horizon(LocalDate.of(2026, 10, 1), 7);
        assertThat(wishes(Burden.NONE, october)).hasSize(3).allMatch(wish -> wish.weight() == POLICY.holidayWeight());
        assertThat(wishes(new Burden(1, 480, 0, 0, 2, 0, 0), october))
                .filteredOn(wish -> wish.day() < 2)
                .allMatch(wish -> wish.weight() == 3 * POLICY.holidayWeight());
    }

    @Test
    void dutiesAwayAndWeekendsCarriedWeighOnlyOnSuchDuties() {
        List<Wish> wishes = wishes(new Burden(4, 1920, 0, 2, 0, 1, 0), NOVEMBER);
        assertThat(wishes)
                .allMatch(wish -> wish.shiftType() == null
                        ? wish.day() % 7 >= 5
                        : wish.shiftType().equals("A"));
        assertThat(wishes).filteredOn(wish -> wish.shiftType() == null).hasSize(8);
        assertThat(wishes).filteredOn(wish -> wish.shiftType() != null).hasSize(28);
    }

    @Test
    void aWishOfSomebodyRefusedBeforeWeighsMoreUpToThreeTimesAndOneForAnUnknownShiftNothing() {
        assertThat(weightOfWish(0, null)).containsExactly(3 * POLICY.wishWeight());
        assertThat(weightOfWish(1, null)).containsExactly(2 * 3 * POLICY.wishWeight());
        assertThat(weightOfWish(9, null)).containsExactly(3 * 3 * POLICY.wishWeight());
        assertThat(weightOfWish(9, "NO-SHIFT")).isEmpty();
    }

    private static List<Integer> weightOfWish(int refusedBefore, @Nullable String shift) {
        RosterWish wish = new RosterWish(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                HOME,
                NOVEMBER.start(),
                false,
                shift == null ? null : HOME,
                shift,
                3,
                WishOrigin.PERSON,
                false);
        Burden carried = new Burden(0, 0, 0, 0, 0, 0, refusedBefore);
        return new PersonalWishes(NOVEMBER, POLICY, List.of(wish), carried)
                .wishes(HOME, TYPES, ALL).stream().map(Wish::weight).toList();
    }

    private static List<Wish> wishes(Burden carried, Horizon horizon) {
        return new PersonalWishes(horizon, POLICY, List.of(), carried)
                .wishes(HOME, TYPES, LawfulOptions.all(horizon, TYPES));
    }

    private static long costOfNights(List<Wish> wishes, int nights) {
        Person person = Person.of("p", HOME.toString(), ALL).withWishes(wishes);
        RosterProblem problem = RosterProblem.of(
                        NOVEMBER,
                        TYPES.stream().map(ShiftType::site).distinct().toList(),
                        TYPES,
                        List.of(),
                        List.of(person))
                .withFairness(new FairnessWeights(POLICY.nightWeight(), 0, 0, 0));
        List<Assignment> worked = IntStream.range(0, nights)
                .mapToObj(night -> new Assignment("p", night, "N"))
                .toList();
        return new RosterScorer().score(problem, worked).byPerson().getOrDefault("p", 0L);
    }
}
