package org.yilianti.incentive.appropriation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.incentive.directory.Institution;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/** Nothing is created or lost between an appropriation and its institutions (I4). */
class AllotmentTests {

    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final EvaluationId EVALUATION = new EvaluationId(new UUID(7, 7));

    private static Institution institution(int number, long population) {
        return new Institution(
                new UUID(0, number), new UUID(1, 1), 1, "T%03d".formatted(number), "T" + number, null, "x", population);
    }

    private static Appropriation received(long fen) {
        return Appropriation.announced(
                        new UUID(1, 1),
                        "n",
                        "s",
                        YearMonth.of(2026, 10),
                        Money.ZERO,
                        List.of(),
                        List.of(new Purpose("p", "P")),
                        Money.ofFen(fen),
                        "officer",
                        NOW)
                .received("reviewer", NOW);
    }

    private static Allotment drafted(
            Appropriation of, AllotmentFormula formula, int advance, List<AllotmentShare> shares) {
        @Nullable EvaluationId by = formula == AllotmentFormula.POPULATION_SCORE ? EVALUATION : null;
        return Allotment.drafted(of, formula, by, advance, shares, "officer", NOW);
    }

    @Test
    void aRatePerHeadIsMultipliedByEverybodyInTheAreas() {
        List<Catchment> areas =
                List.of(new Catchment(new UUID(0, 1), "A", 31_250), new Catchment(new UUID(0, 2), "B", 18_751));
        // 94 yuan a head, the rate of 2024.
        assertThat(Appropriation.perHead(Money.ofFen(9_400), areas)).isEqualTo(Money.ofFen(470_009_400));
        assertThatThrownBy(() -> Appropriation.perHead(Money.ofFen(1), List.of(new Catchment(new UUID(0, 1), "A", 0))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("appropriation.nobody-there"));
        assertThatThrownBy(() -> Appropriation.perHead(
                        Money.ofFen(99_999_999), List.of(new Catchment(new UUID(0, 1), "A", Long.MAX_VALUE / 2))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("appropriation.too-much"));
    }

    @Test
    void whatIsHeldBackIsEarnedByTheScoreAndTheRestGoesBack() {
        Map<UUID, BigDecimal> scores = Map.of(new UUID(0, 1), new BigDecimal("0.9"), new UUID(0, 2), BigDecimal.ONE);
        Appropriation of = received(1_000);
        Allotment drafted = drafted(
                of,
                AllotmentFormula.POPULATION_SCORE,
                70,
                AllotmentSplit.byScore(
                        Money.ofFen(1_000), List.of(institution(1, 1_000), institution(2, 1_100)), scores));
        assertThat(drafted.shares()).extracting(one -> one.amount().fen()).containsExactly(450L, 550L);
        assertThat(drafted.advance()).isEqualTo(Money.ofFen(315 + 385));
        Allotment settled = drafted.approved("reviewer")
                .settling(
                        EVALUATION,
                        Map.of(new UUID(0, 1), new BigDecimal("0.5"), new UUID(0, 2), BigDecimal.ONE),
                        "officer")
                .settled("reviewer");
        assertThat(settled.earned()).isEqualTo(Money.ofFen(67 + 165));
        assertThat(settled.withheld()).isEqualTo(Money.ofFen(68));
        assertThat(settled.status()).isEqualTo(AllotmentStatus.SETTLED);
    }

    @Test
    void anEntrustedTaskIsFullyFundedAndDone() {
        Allotment task = drafted(
                        received(500),
                        AllotmentFormula.ENTRUSTED_TASK,
                        100,
                        AllotmentSplit.fixed(List.of(institution(1, 0)), Map.of(new UUID(0, 1), Money.ofFen(500))))
                .approved("reviewer");
        assertThat(task.status()).isEqualTo(AllotmentStatus.SETTLED);
        assertThat(task.advance()).isEqualTo(Money.ofFen(500));
        assertThatThrownBy(() -> task.settling(EVALUATION, Map.of(), "officer")).isInstanceOf(Refusal.class);
    }

    @Test
    void nobodyApprovesTheirOwnProposalAndAnInstitutionWithoutScoreIsNamed() {
        Allotment drafted = drafted(
                received(500),
                AllotmentFormula.FIXED,
                50,
                AllotmentSplit.fixed(List.of(institution(1, 0)), Map.of(new UUID(0, 1), Money.ofFen(500))));
        assertRefused("appropriation.same-person", () -> drafted.approved("officer"));
        Allotment advanced = drafted.approved("reviewer");
        assertRefused("appropriation.not-evaluated", () -> advanced.settling(EVALUATION, Map.of(), "officer"));
        Allotment settling = advanced.settling(EVALUATION, Map.of(new UUID(0, 1), BigDecimal.ZERO), "both");
        assertRefused("appropriation.same-person", () -> settling.settled("both"));
        assertRefused("appropriation.allotment-state", () -> settling.approved("reviewer"));
        Allotment again = settling.rejected("reviewer", "wrong evaluation");
        assertThat(again.status()).isEqualTo(AllotmentStatus.ADVANCED);
        assertThat(again.withheld()).isEqualTo(Money.ZERO);
    }

    @Test
    void oneFenOverManyInstitutionsReachesOneAndScoresOfNothingReachNobody() {
        List<Institution> many = new ArrayList<>();
        Map<UUID, BigDecimal> scores = new HashMap<>();
        for (int i = 1; i <= 300; i++) {
            many.add(institution(i, 1_000));
            scores.put(new UUID(0, i), new BigDecimal("0.333333333333333333"));
        }
        List<AllotmentShare> shares = AllotmentSplit.byScore(Money.ofFen(1), many, scores);
        assertThat(shares)
                .filteredOn(one -> !one.amount().isZero())
                .singleElement()
                .satisfies(one -> assertThat(one.code()).isEqualTo("T001"));
        assertRefused("appropriation.no-weight", () -> AllotmentSplit.byScore(Money.ofFen(1), many, Map.of()));
    }

    @Test
    void whateverIsAllottedAdvancedSettledAndWithheldNoFenIsCreatedOrLost() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 500; round++) {
            Appropriation of = received(1 + random.nextLong(1L << random.nextInt(1, 40)));
            long paid = 0;
            long held = 0;
            for (int i = 0; i < 6; i++) {
                long free = of.amount().minus(of.allotted()).fen();
                Allotment one = random(random, of, 1 + random.nextLong(2 * free + 1));
                if (one.amount().fen() > free) {
                    Appropriation short1 = of;
                    assertRefused("appropriation.not-enough", () -> short1.allotting(one.amount()));
                    continue;
                }
                of = of.allotting(one.amount());
                Allotment end = one.approved("reviewer");
                if (random.nextInt(3) > 0) {
                    end = end.settling(EVALUATION, scores(random, end), "officer")
                            .settled("reviewer");
                    of = of.allotting(end.withheld().negated());
                }
                paid += end.advance().plus(end.earned()).fen();
                held += Money.sum(
                                end.shares().stream().map(AllotmentShare::held).toList())
                        .fen();
                end.shares()
                        .forEach(share -> assertThat(share.held().isNegative()).isFalse());
            }
            assertThat(of.allotted().fen())
                    .isEqualTo(paid + held)
                    .isBetween(0L, of.amount().fen());
        }
    }

    private static Allotment random(Random random, Appropriation of, long fen) {
        List<Institution> places = new ArrayList<>();
        Map<UUID, BigDecimal> scores = new HashMap<>();
        int count = 1 + random.nextInt(30);
        for (int i = 1; i <= count; i++) {
            places.add(institution(i, 1 + random.nextInt(100_000)));
            scores.put(new UUID(0, i), new BigDecimal(1 + random.nextInt(1_000_000)).movePointLeft(6));
        }
        List<AllotmentShare> shares = AllotmentSplit.byScore(Money.ofFen(fen), places, scores);
        Collections.shuffle(places, random);
        assertThat(AllotmentSplit.byScore(Money.ofFen(fen), places, scores))
                .as("whatever the order")
                .containsExactlyInAnyOrderElementsOf(shares);
        return drafted(of, AllotmentFormula.POPULATION_SCORE, random.nextInt(101), shares);
    }

    private static Map<UUID, BigDecimal> scores(Random random, Allotment of) {
        Map<UUID, BigDecimal> scores = new HashMap<>();
        of.shares()
                .forEach(share ->
                        scores.put(share.institution(), new BigDecimal(random.nextInt(1_000_001)).movePointLeft(6)));
        return scores;
    }

    private static void assertRefused(String code, Runnable step) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
