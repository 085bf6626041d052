package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.training.SelectionRules.Criterion;
import org.yilianti.staff.training.SelectionRules.Ranked;

/** R7: places of sought-after sessions go by published criteria with a published tie rule. */
class SelectionRulesTests {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private static Candidate candidate(int number, Instant appliedAt, Object... values) {
        Map<SelectionMeasure, BigDecimal> known = new EnumMap<>(SelectionMeasure.class);
        for (int i = 0; i < values.length; i += 2) {
            known.put((SelectionMeasure) values[i], new BigDecimal(values[i + 1].toString()));
        }
        return new Candidate(new UUID(0, number), appliedAt, known);
    }

    private static Criterion criterion(SelectionMeasure measure, String weight, String full) {
        return new Criterion(measure, new BigDecimal(weight), new BigDecimal(full));
    }

    private static List<Long> order(SelectionRules rules, List<Candidate> candidates) {
        return rules.rank(candidates).stream()
                .map(ranked -> ranked.candidate().enrolment().getLeastSignificantBits())
                .toList();
    }

    @Test
    void aScoreIsTheWeightedSumOfWhatEachCriterionGives() {
        SelectionRules rules = new SelectionRules(
                List.of(
                        criterion(SelectionMeasure.RURAL, "0.3", "1"),
                        criterion(SelectionMeasure.LACKING_CREDITS, "0.7", "25")),
                List.of());
        Ranked ranked = rules.rank(
                        List.of(candidate(1, NOON, SelectionMeasure.RURAL, 1, SelectionMeasure.LACKING_CREDITS, 10)))
                .getFirst();
        assertThat(ranked.score()).isEqualByComparingTo("58");
        assertThat(ranked.points())
                .extracting(point -> point.points().intValueExact())
                .containsExactly(30, 28);
        assertThat(ranked.points().getLast().value()).isEqualByComparingTo("10");
    }

    @Test
    void aValueBeyondTheFullOneGivesNoMorePoints() {
        SelectionRules rules =
                new SelectionRules(List.of(criterion(SelectionMeasure.YEARS_SINCE_LAST, "1", "5")), List.of());
        List<Ranked> ranks = rules.rank(List.of(
                candidate(1, NOON, SelectionMeasure.YEARS_SINCE_LAST, 99),
                candidate(2, NOON, SelectionMeasure.YEARS_SINCE_LAST, 5)));
        assertThat(ranks).extracting(Ranked::score).allMatch(score -> score.intValueExact() == 100);
    }

    @Test
    void tiesGoByTheTieRuleThenByTheEarlierApplicationThenByTheId() {
        SelectionRules rules = new SelectionRules(
                List.of(criterion(SelectionMeasure.RURAL, "1", "1")),
                List.of(SelectionMeasure.YEARS_IN_TITLE, SelectionMeasure.PRIORITY));
        List<Candidate> candidates = List.of(
                candidate(1, NOON, SelectionMeasure.RURAL, 0, SelectionMeasure.YEARS_IN_TITLE, 30),
                candidate(2, NOON, SelectionMeasure.RURAL, 1, SelectionMeasure.YEARS_IN_TITLE, 3),
                candidate(
                        3,
                        NOON,
                        SelectionMeasure.RURAL,
                        1,
                        SelectionMeasure.YEARS_IN_TITLE,
                        3,
                        SelectionMeasure.PRIORITY,
                        2),
                candidate(4, NOON.minusSeconds(1), SelectionMeasure.RURAL, 1, SelectionMeasure.YEARS_IN_TITLE, 3),
                candidate(5, NOON, SelectionMeasure.RURAL, 1, SelectionMeasure.YEARS_IN_TITLE, 4));
        assertThat(order(rules, candidates)).containsExactly(5L, 3L, 4L, 2L, 1L);
    }

    @Test
    void theSamePeopleGiveTheSameRanksInWhateverOrderTheyAreRead() {
        Random random = new Random(7);
        SelectionRules rules = new SelectionRules(
                List.of(
                        criterion(SelectionMeasure.RURAL, "0.5", "1"),
                        criterion(SelectionMeasure.PRIORITY, "0.5", "3")),
                List.of(SelectionMeasure.PRIORITY));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            candidates.add(candidate(
                    i,
                    NOON.plusSeconds(random.nextInt(3)),
                    SelectionMeasure.RURAL,
                    random.nextInt(2),
                    SelectionMeasure.PRIORITY,
                    random.nextInt(5)));
        }
        List<Long> ranks = order(rules, candidates);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(candidates, random);
            assertThat(order(rules, candidates)).isEqualTo(ranks);
        }
    }

    @Test
    void weightsThatDoNotSumToOneAreRefusedWithTheirSum() {
        assertThat(faults("rural", "0.5", "priority", "0.4")).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("weights-sum");
            assertThat(fault.args()).containsExactly("0.9000");
        });
        assertThat(faults("rural", "0.5", "priority", "0.5")).isEmpty();
        assertThat(faults("rural", "0.5", "rural", "0.5"))
                .extracting(Fault::code)
                .containsExactly("repeated");
        assertThat(faults("rural", "1.5", "beauty", "0.5"))
                .extracting(Fault::field, Fault::code)
                .containsExactlyInAnyOrder(
                        tuple("criteria/0/weight", "out-of-range"), tuple("criteria/1/measure", "unknown-value"));
    }

    private static List<Fault> faults(String one, String oneWeight, String two, String twoWeight) {
        Entry entry = Entry.form(
                "criteria/0/measure",
                one,
                "criteria/0/weight",
                oneWeight,
                "criteria/0/full",
                1,
                "criteria/1/measure",
                two,
                "criteria/1/weight",
                twoWeight,
                "criteria/1/full",
                1);
        SelectionRules.read(entry, 2, 0);
        return entry.faults();
    }
}
