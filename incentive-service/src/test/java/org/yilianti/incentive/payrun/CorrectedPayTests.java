package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/** How differences of earlier runs are settled out of a pool (I7). */
class CorrectedPayTests {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final PayRunId EARLIER = new PayRunId(new UUID(1, 1));

    @Test
    void whatIsOwedToAPersonComesOffTheTopAndTheRestIsSplit() {
        PayCalculation result = CorrectedPay.apply(new PayInputs(
                money(1000), places(), List.of(work(1, 60), work(2, 60)), List.of(correction(1, 0, 100))));
        assertThat(result.totals().values()).containsExactly(money(550), money(450));
        assertThat(result.corrections()).extracting(Correction::taken).containsExactly(money(100));
    }

    @Test
    void whatIsOwedByAPersonIsKeptBackAndSharedByAll() {
        PayCalculation result = CorrectedPay.apply(new PayInputs(
                money(1000), places(), List.of(work(1, 60), work(2, 60)), List.of(correction(1, 300, 200))));
        assertThat(result.totals().values()).containsExactly(money(450), money(550));
    }

    @Test
    void nobodyPaysBackMoreThanThisRunEarnsThemAndTheRestStaysOwed() {
        PayCalculation result = CorrectedPay.apply(new PayInputs(
                money(1000), places(), List.of(work(1, 60), work(2, 540)), List.of(correction(1, 9_000, 0))));
        assertThat(result.totals().get(person(1))).isEqualTo(Money.ZERO);
        assertThat(result.totals().get(person(2))).isEqualTo(money(1000));
        Correction settled = result.corrections().getFirst();
        assertThat(settled.taken().negated())
                .isEqualTo(result.lines().getFirst().amount());
        assertThat(settled.due()).isEqualTo(money(-9_000));
    }

    @Test
    void theOldestDebtIsSettledFirst() {
        PayRunId later = new PayRunId(new UUID(2, 1));
        Correction old = correction(1, 50, 0);
        Correction young = new Correction(later, "S1", person(1), A, money(90), Money.ZERO, Money.ZERO);
        PayCalculation result = CorrectedPay.apply(
                new PayInputs(money(100), places(), List.of(work(1, 60), work(2, 60)), List.of(young, old)));
        assertThat(result.corrections()).extracting(Correction::corrected).containsExactly(EARLIER, later);
        assertThat(result.corrections().getFirst().taken()).isEqualTo(money(-50));
        assertThat(result.corrections().getLast().taken()).isGreaterThan(money(-90));
        assertThat(result.totals().get(person(1))).isEqualTo(Money.ZERO);
    }

    @Test
    void aPoolSmallerThanWhatItOwesIsRefusedWithBothAmounts() {
        assertThatThrownBy(() -> CorrectedPay.apply(
                        new PayInputs(money(99), places(), List.of(work(1, 60)), List.of(correction(1, 0, 100)))))
                .isInstanceOf(Refusal.class)
                .hasMessage("payrun.pool-below-corrections")
                .satisfies(refusal -> assertThat(((Refusal) refusal).args()).containsExactly("0.99", "1.00"));
    }

    @Test
    void linesAndCorrectionsAreAlwaysThePoolAndNobodyFallsBelowZero() {
        Random random = new Random(20_261_007);
        for (int round = 0; round < 400; round++) {
            PayInputs inputs = randomInputs(random);
            PayCalculation result = CorrectedPay.apply(inputs);
            assertThat(Money.sum(result.totals().values()))
                    .as("round %s", round)
                    .isEqualTo(inputs.pool());
            assertThat(result.totals().values()).as("round %s", round).noneMatch(Money::isNegative);
            for (Correction one : result.corrections()) {
                assertThat(
                                one.taken().isNegative()
                                        ? one.due().isNegative()
                                        : !one.due().isNegative() || one.taken().isZero())
                        .as("round %s: %s", round, one)
                        .isTrue();
                assertThat(Math.abs(one.taken().fen()))
                        .isLessThanOrEqualTo(Math.abs(one.due().fen()));
            }
            assertThat(ResultDigest.of(CorrectedPay.apply(shuffled(inputs, random))))
                    .as("round %s, inputs in another order", round)
                    .isEqualTo(ResultDigest.of(result));
        }
    }

    private static PayInputs randomInputs(Random random) {
        List<Work> work = new ArrayList<>();
        List<Correction> corrections = new ArrayList<>();
        int people = 1 + random.nextInt(12);
        for (int i = 0; i < people; i++) {
            int minutes = random.nextInt(5) == 0 ? 0 : random.nextInt(3_000);
            work.add(work(i, i == 0 ? 1 : minutes));
            if (random.nextBoolean()) {
                corrections.add(
                        correction(i, random.nextInt(4_000), random.nextInt(2) * 50 + 4_001 * random.nextInt(2)));
            }
        }
        Money owed = Money.sum(corrections.stream()
                .map(Correction::due)
                .filter(due -> !due.isNegative())
                .toList());
        return new PayInputs(money(owed.fen() + random.nextInt(20_000)), places(), work, corrections);
    }

    private static PayInputs shuffled(PayInputs inputs, Random random) {
        List<Work> work = new ArrayList<>(inputs.work());
        List<Correction> corrections = new ArrayList<>(inputs.corrections());
        Collections.shuffle(work, random);
        Collections.shuffle(corrections, random);
        return new PayInputs(inputs.pool(), inputs.institutions(), work, corrections);
    }

    private static List<InstitutionInput> places() {
        return List.of(
                new InstitutionInput(A, "A", 1000, BigDecimal.ONE), new InstitutionInput(B, "B", 0, BigDecimal.ONE));
    }

    private static Work work(int person, int minutes) {
        return new Work("S" + person, person(person), A, BigDecimal.valueOf(minutes), BigDecimal.ONE, BigDecimal.ONE);
    }

    private static Correction correction(int person, long granted, long should) {
        return new Correction(EARLIER, "S" + person, person(person), A, money(granted), money(should), Money.ZERO);
    }

    private static UUID person(int number) {
        return new UUID(9, number);
    }

    private static Money money(long fen) {
        return Money.ofFen(fen);
    }
}
