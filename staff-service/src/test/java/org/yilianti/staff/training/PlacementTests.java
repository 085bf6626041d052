package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yilianti.platform.money.Money;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.training.Enrolment.Standing;
import org.yilianti.staff.training.Enrolment.State;
import org.yilianti.staff.training.SelectionRules.Ranked;

/** R7: places go by rank, as far as places and budgets reach. */
class PlacementTests {

    private final Instant at = Instant.parse("2026-01-01T00:00:00Z");

    /** The rule said plainly: one after the other in the order of ranks, each looked up among all who have applied. */
    private static List<Enrolment> plainly(
            List<Enrolment> applied, List<Ranked> ranks, long free, Predicate<Enrolment> funded) {
        List<Enrolment> placed = new ArrayList<>();
        long left = free;
        for (Ranked ranked : ranks) {
            Enrolment enrolment = applied.stream()
                    .filter(each -> each.id().equals(ranked.candidate().enrolment()))
                    .findFirst()
                    .orElseThrow();
            boolean covered = left > 0 && funded.test(enrolment);
            String note = left > 0 && !covered ? "over-budget" : null;
            left -= covered ? 1 : 0;
            placed.add(enrolment.placed(
                    covered ? State.ENROLLED : State.WAITING, Standing.of(placed.size() + 1, ranked, note)));
        }
        return placed;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whoeverIsPlacedIsWhoTheRulePlaces_R7(long seed) {
        RandomGenerator random = new java.util.Random(seed);
        List<InstitutionRef> places = IntStream.range(0, 4)
                .mapToObj(n -> new InstitutionRef(new InstitutionId(new UUID(1, n)), "T0" + n))
                .toList();
        List<Enrolment> applied = new ArrayList<>(IntStream.range(0, 60 + random.nextInt(60))
                .mapToObj(n -> enrolment(n, places.get(random.nextInt(4))))
                .toList());
        List<Ranked> ranks = new ArrayList<>(applied.stream()
                .map(each -> new Ranked(new Candidate(each.id(), at, Map.of()), BigDecimal.ONE, List.of()))
                .toList());
        Collections.shuffle(ranks, new java.util.Random(seed));
        int free = random.nextInt(60);
        int each = random.nextInt(20);
        List<Enrolment> placed = Placement.placed(applied, ranks, free, budget(each));
        assertThat(placed).isEqualTo(plainly(applied, ranks, free, budget(each)));
        assertThat(placed.stream().filter(one -> one.state() == State.ENROLLED)).hasSizeLessThanOrEqualTo(free);
    }

    /** So many of each institution. */
    private static Predicate<Enrolment> budget(int each) {
        Map<InstitutionRef, Integer> taken = new HashMap<>();
        return enrolment -> taken.getOrDefault(enrolment.institution(), 0) < each
                && taken.merge(enrolment.institution(), 1, Integer::sum) > 0;
    }

    private Enrolment enrolment(int number, InstitutionRef institution) {
        return new Enrolment(
                new UUID(2, number),
                new UUID(3, 0),
                1,
                new UUID(4, 0),
                new MemberId(new UUID(5, number)),
                institution,
                0,
                State.APPLIED,
                null,
                Money.ZERO,
                2026,
                null,
                at,
                "test");
    }
}
