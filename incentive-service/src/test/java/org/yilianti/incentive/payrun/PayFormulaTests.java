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

class PayFormulaTests {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    @Test
    void pointsAreWorkloadTimesQualityTimesCoefficient() {
        Work work = new Work("S1", A, A, decimal("720"), decimal("1.05"), decimal("1.5"));
        assertThat(work.pointMinutes()).isEqualByComparingTo("1134");
    }

    @Test
    void thePoolIsSplitByPopulationTimesScoreAndThenByPoints() {
        PayCalculation result = PayFormula.apply(new PayInputs(
                Money.ofFen(1000),
                List.of(institution(A, "T01", 3000, "0.5"), institution(B, "T02", 1500, "1")),
                List.of(work("S1", A, "60"), work("S2", A, "180"), work("S3", B, "1"))));
        assertThat(result.shares()).extracting(InstitutionShare::amount).containsExactly(money(500), money(500));
        assertThat(result.lines()).extracting(PayLine::amount).containsExactly(money(125), money(375), money(500));
    }

    @Test
    void aPersonAtTwoInstitutionsGetsALineAtEach() {
        PayCalculation result = PayFormula.apply(new PayInputs(
                Money.ofFen(10),
                List.of(institution(A, "T01", 1, "1"), institution(B, "T02", 1, "1")),
                List.of(work("S1", A, "60"), work("S1", B, "60"))));
        assertThat(result.lines()).hasSize(2);
        assertThat(result.totals().values()).containsExactly(money(10));
    }

    @Test
    void equalRemaindersGoToTheSmallerStaffNumber() {
        PayCalculation result = PayFormula.apply(new PayInputs(
                Money.ofFen(1),
                List.of(institution(A, "T01", 1, "1")),
                List.of(work("S3", A, "60"), work("S1", A, "60"), work("S2", A, "60"))));
        assertThat(result.lines()).extracting(line -> line.work().staffNo()).containsExactly("S1", "S2", "S3");
        assertThat(result.lines()).extracting(PayLine::amount).containsExactly(money(1), money(0), money(0));
    }

    @Test
    void withoutAnyWeightOrPointsNothingIsSplit() {
        assertThatThrownBy(() -> PayFormula.apply(new PayInputs(
                        Money.ofFen(1), List.of(institution(A, "T01", 1, "0")), List.of(work("S1", A, "60")))))
                .isInstanceOf(Refusal.class)
                .hasMessage("payrun.no-weight");
        assertThatThrownBy(() -> PayFormula.apply(
                        new PayInputs(Money.ofFen(1), List.of(institution(A, "T01", 1, "1")), List.of())))
                .hasMessage("payrun.no-points");
        assertThatThrownBy(() -> PayFormula.apply(new PayInputs(
                        Money.ofFen(1),
                        List.of(institution(A, "T01", 1, "1"), institution(B, "T02", 1, "0")),
                        List.of(work("S1", B, "60")))))
                .as("the points are where no money is")
                .hasMessage("payrun.no-points");
    }

    @Test
    void whateverTheInputsThePartsSumToThePoolAndNobodyIsPaidForNothing() {
        int split = 0;
        for (int seed = 0; seed < 5000; seed++) {
            PayInputs inputs = random(new Random(seed));
            try {
                PayCalculation result = PayFormula.apply(inputs);
                assertSound(seed, inputs, result);
                split++;
            } catch (Refusal nothingToSplitBy) {
                assertThat(nothingToSplitBy.code()).isIn("payrun.no-weight", "payrun.no-points");
            }
        }
        assertThat(split).as("most random months can be paid").isGreaterThan(3500);
    }

    private static void assertSound(int seed, PayInputs inputs, PayCalculation result) {
        assertThat(Money.sum(result.lines().stream().map(PayLine::amount).toList()))
                .as("seed %d: people", seed)
                .isEqualTo(inputs.pool());
        assertThat(Money.sum(
                        result.shares().stream().map(InstitutionShare::amount).toList()))
                .as("seed %d: institutions", seed)
                .isEqualTo(inputs.pool());
        assertThat(Money.sum(
                        result.shares().stream().map(InstitutionShare::share).toList()))
                .as("seed %d: shares", seed)
                .isEqualTo(inputs.pool());
        assertThat(result.lines()).as("seed %d", seed).hasSameSizeAs(inputs.work());
        for (PayLine line : result.lines()) {
            assertThat(line.amount().isNegative()).as("seed %d", seed).isFalse();
            assertThat(line.pointMinutes().signum() > 0 || line.amount().isZero())
                    .as("seed %d: paid without points", seed)
                    .isTrue();
        }
        for (InstitutionShare share : result.shares()) {
            assertFair(seed, share, result.lines());
        }
    }

    /** Everybody's amount is within one fen of the exact share, and more points never mean less money. */
    private static void assertFair(int seed, InstitutionShare share, List<PayLine> lines) {
        List<PayLine> here = lines.stream()
                .filter(line -> line.work().institution().equals(share.institution()))
                .sorted(java.util.Comparator.comparing(PayLine::pointMinutes))
                .toList();
        for (int i = 0; i < here.size(); i++) {
            BigDecimal points = here.get(i).pointMinutes();
            if (share.pointMinutes().signum() > 0) {
                BigDecimal difference = BigDecimal.valueOf(here.get(i).amount().fen())
                        .multiply(share.pointMinutes())
                        .subtract(BigDecimal.valueOf(share.amount().fen()).multiply(points));
                assertThat(difference.abs()).as("seed %d", seed).isLessThan(share.pointMinutes());
            }
            if (i > 0 && points.compareTo(here.get(i - 1).pointMinutes()) > 0) {
                assertThat(here.get(i).amount())
                        .as("seed %d", seed)
                        .isGreaterThanOrEqualTo(here.get(i - 1).amount());
            }
        }
    }

    @Test
    void theOrderOfTheInputsDoesNotMatter() {
        for (int seed = 0; seed < 500; seed++) {
            PayInputs inputs = random(new Random(seed));
            List<Work> shuffled = new ArrayList<>(inputs.work());
            List<InstitutionInput> institutions = new ArrayList<>(inputs.institutions());
            Collections.shuffle(shuffled, new Random(seed + 1));
            Collections.shuffle(institutions, new Random(seed + 2));
            PayInputs same = new PayInputs(inputs.pool(), institutions, shuffled);
            assertThat(outcome(same)).as("seed %d", seed).isEqualTo(outcome(inputs));
        }
    }

    private static Object outcome(PayInputs inputs) {
        try {
            return PayFormula.apply(inputs);
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    /** Some institutions, some of them without people, score or service; some people without quality; any pool. */
    private static PayInputs random(Random random) {
        List<InstitutionInput> institutions = new ArrayList<>();
        List<Work> work = new ArrayList<>();
        int places = 1 + random.nextInt(6);
        for (int i = 0; i < places; i++) {
            UUID place = new UUID(1, i);
            String score = random.nextInt(5) == 0 ? "0" : "0." + (1 + random.nextInt(999_999));
            institutions.add(institution(place, "T" + i, random.nextInt(4) == 0 ? 0 : random.nextInt(90_000), score));
            int people = random.nextInt(3) == 0 ? 0 : random.nextInt(20);
            for (int j = 0; j < people; j++) {
                work.add(new Work(
                        "S%03d".formatted(j),
                        new UUID(2, j),
                        place,
                        BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4)),
                        random.nextInt(10) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(20_000), 4),
                        BigDecimal.valueOf(9 + random.nextInt(10), 1)));
            }
        }
        long pool = random.nextBoolean() ? random.nextInt(50) : random.nextLong(1_000_000_000_000L);
        return new PayInputs(Money.ofFen(pool), institutions, work);
    }

    private static InstitutionInput institution(UUID id, String code, long population, String score) {
        return new InstitutionInput(id, code, population, decimal(score));
    }

    private static Work work(String staffNo, UUID place, String minutes) {
        return new Work(staffNo, new UUID(9, staffNo.hashCode()), place, decimal(minutes), decimal("1"), decimal("1"));
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }

    private static Money money(long fen) {
        return Money.ofFen(fen);
    }
}
