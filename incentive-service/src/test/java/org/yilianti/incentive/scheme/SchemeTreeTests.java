package org.yilianti.incentive.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Violation;

/** Trees of indicators: levels, weights at each of them, bands (I1). */
class SchemeTreeTests {

    @Test
    void weightsSumToOneAtEachLevelAndMultiplyDownTheTree() {
        SchemeContent tree = content(
                List.of(group("execution", "0.7", ""), group("effect", "0.3", ""), group("records", "1", "execution")),
                List.of(
                        leaf("filed", "0.25", "records"),
                        leaf("used", "0.75", "records"),
                        leaf("satisfied", "1", "effect")));
        assertThat(SchemeRule.violationsOf(tree)).isEmpty();
        assertThat(tree.weights().get("used")).isEqualByComparingTo("0.525");
        assertThat(tree.weights().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1");
    }

    @Test
    void eachLevelThatMissesIsNamedWithHowMuch() {
        SchemeContent tree = content(
                List.of(group("a", "0.5", ""), group("b", "0.4999", "")),
                List.of(leaf("x", "1", "a"), leaf("y", "0.6", "b"), leaf("z", "0.6", "b")));
        List<Violation> found = SchemeRule.violationsOf(tree);
        assertThat(codes(found)).containsExactly("scheme.weights-too-small", "scheme.group-weights-too-large");
        assertThat(found.getFirst().args()).containsExactly("0.9999", "0.0001");
        assertThat(found.getLast().pointer()).isEqualTo("/groups/1");
        assertThat(found.getLast().args()).containsExactly("b", "1.2", "0.2");
    }

    @Test
    void aFourthLevelAnEmptyGroupAndAnUnknownParentAreRefused() {
        assertThat(codes(SchemeRule.violationsOf(content(
                        List.of(group("a", "1", ""), group("b", "1", "a"), group("c", "1", "b")),
                        List.of(leaf("x", "1", "c"))))))
                .containsExactly("scheme.parent-unknown");
        assertThat(codes(SchemeRule.violationsOf(
                        content(List.of(group("a", "0.5", ""), group("b", "0.5", "")), List.of(leaf("x", "1", "a"))))))
                .containsExactly("scheme.group-empty");
        assertThat(codes(SchemeRule.violationsOf(content(List.of(), List.of(leaf("x", "1", "nowhere"))))))
                .contains("scheme.parent-unknown");
        assertThat(codes(SchemeRule.violationsOf(content(List.of(group("a", "1", "a")), List.of(leaf("x", "1", "a"))))))
                .as("a group of itself")
                .contains("scheme.parent-unknown");
    }

    @Test
    void inATreeWeightsHaveFourDecimalsSoThatScoresStayExact() {
        assertThat(codes(SchemeRule.violationsOf(content(
                        List.of(group("a", "0.33333", ""), group("b", "0.66667", "")),
                        List.of(leaf("x", "1", "a"), leaf("y", "1", "b"))))))
                .containsOnly("scheme.weight-invalid");
    }

    @Test
    void aHeadingMeasuresNoIncomeEither() {
        List<Violation> found = SchemeRule.violationsOf(content(
                List.of(new IndicatorGroup("g", "药品收入", null, BigDecimal.ONE, "")), List.of(leaf("x", "1", "g"))));
        assertThat(codes(found)).containsExactly("scheme.income-measured");
        assertThat(found.getFirst().args()).contains(IncomeRule.CLAUSE);
    }

    @Test
    void bandsAreStepsThatAscend() {
        Indicator banded = banded(List.of(band("0.5", "0.5"), band("0.65", "0.8"), band("0.8", "1")));
        assertThat(banded.score(new BigDecimal("0.4999"))).isZero();
        assertThat(banded.score(new BigDecimal("0.5"))).isEqualByComparingTo("0.5");
        assertThat(banded.score(new BigDecimal("0.79"))).isEqualByComparingTo("0.8");
        assertThat(banded.score(new BigDecimal("7"))).isEqualByComparingTo("1");
        for (List<Band> unfit : List.of(
                List.<Band>of(),
                List.of(band("0.5", "1"), band("0.5", "0.9")),
                List.of(band("-1", "0.1")),
                List.of(band("1", "1.1")))) {
            assertThat(codes(SchemeRule.violationsOf(content(List.of(), List.of(banded(unfit))))))
                    .as("%s", unfit)
                    .containsExactly("scheme.bands-invalid");
        }
    }

    @Test
    void theWeightsOfEveryLawfulTreeAreExactlyOne() {
        Random random = new Random(5);
        for (int round = 0; round < 100; round++) {
            List<IndicatorGroup> groups = new ArrayList<>();
            List<Indicator> leaves = new ArrayList<>();
            List<String> top = split(random);
            for (int i = 0; i < top.size(); i++) {
                groups.add(group("g" + i, top.get(i), ""));
                List<String> below = split(random);
                for (int j = 0; j < below.size(); j++) {
                    groups.add(group("g" + i + "." + j, below.get(j), "g" + i));
                    List<String> last = split(random);
                    for (int k = 0; k < last.size(); k++) {
                        leaves.add(leaf("i" + i + "." + j + "." + k, last.get(k), "g" + i + "." + j));
                    }
                }
            }
            SchemeContent tree = content(groups, leaves);
            assertThat(SchemeRule.violationsOf(tree)).isEmpty();
            assertThat(tree.weights().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("1");
            assertThat(tree.weights().values())
                    .allMatch(weight -> weight.stripTrailingZeros().scale() <= 12);
        }
    }

    private static List<String> split(Random random) {
        int left = 10_000;
        List<String> parts = new ArrayList<>();
        while (left > 0 && parts.size() < 3) {
            int part = 1 + random.nextInt(left);
            parts.add(BigDecimal.valueOf(part, 4).toPlainString());
            left -= part;
        }
        if (left > 0) {
            parts.add(BigDecimal.valueOf(left, 4).toPlainString());
        }
        return parts;
    }

    private static List<String> codes(List<Violation> violations) {
        return violations.stream().map(Violation::code).toList();
    }

    private static SchemeContent content(List<IndicatorGroup> groups, List<Indicator> indicators) {
        return new SchemeContent(groups, indicators, NoData.BLOCK);
    }

    private static IndicatorGroup group(String code, String weight, String parent) {
        return new IndicatorGroup(code, code, null, new BigDecimal(weight), parent);
    }

    private static Indicator leaf(String code, String weight, String parent) {
        return new Indicator(
                code,
                code,
                null,
                new BigDecimal(weight),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                Scoring.RATIO,
                parent,
                List.of());
    }

    private static Indicator banded(List<Band> bands) {
        return new Indicator(
                "b", "b", null, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, Scoring.BANDED, "", bands);
    }

    private static Band band(String from, String score) {
        return new Band(new BigDecimal(from), new BigDecimal(score));
    }
}
