package org.yilianti.staff.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.career.TitleLadder.Step;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.StaffCategory;
import org.yilianti.staff.member.Title;
import org.yilianti.staff.reward.Reward;
import org.yilianti.staff.training.CreditAccounts;

/** The conditions of a promotion (R9). */
class PromotionRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final TitleLadder LADDER = TitleLadder.standard();
    private static final PromotionRewards MERITS = PromotionRewards.standard();
    private static final InstitutionRef HOSPITAL = new InstitutionRef(new InstitutionId(Ids.next()), "H01");

    private static CareerFacts facts(
            StaffCategory category,
            @Nullable LocalDate titleSince,
            boolean rural,
            @Nullable LocalDate failure,
            int served,
            int employed) {
        return new CareerFacts(
                category, Title.INTERMEDIATE, titleSince, HOSPITAL, rural, true, failure, served, employed, TODAY);
    }

    private static boolean met(CareerFacts facts, String rule) {
        Step step = LADDER.after(facts.title()).orElseThrow();
        return new PromotionRules(LADDER, step, MERITS)
                .judge(facts, List.of(), List.of()).stream()
                        .filter(condition -> condition.rule().equals(rule))
                        .findFirst()
                        .orElseThrow()
                        .met();
    }

    private static CareerFacts served(StaffCategory category, int days, int employed) {
        return facts(category, TODAY.minusYears(9), false, null, days, employed);
    }

    @Test
    void aPhysicianServesAYearAtTheGrassrootsBeforeTheAssociateSeniorTitle_R9() {
        assertThat(met(served(StaffCategory.PHYSICIAN, 239, 0), "grassroots")).isFalse();
        assertThat(met(served(StaffCategory.PHYSICIAN, 240, 0), "grassroots")).isTrue();
        assertThat(met(served(StaffCategory.PHYSICIAN, 0, 364), "grassroots")).isFalse();
        assertThat(met(served(StaffCategory.PHYSICIAN, 0, 365), "grassroots")).isTrue();
        assertThat(met(served(StaffCategory.NURSE, 0, 0), "grassroots")).isTrue();
    }

    @Test
    void yearsInTheTitleAreFullYearsAndOneFewerInTheCountry_R9() {
        LocalDate almostFive = TODAY.minusYears(5).plusDays(1);
        assertThat(met(facts(StaffCategory.NURSE, almostFive, false, null, 0, 0), "years-in-title"))
                .isFalse();
        assertThat(met(facts(StaffCategory.NURSE, TODAY.minusYears(5), false, null, 0, 0), "years-in-title"))
                .isTrue();
        assertThat(met(facts(StaffCategory.NURSE, almostFive, true, null, 0, 0), "years-in-title"))
                .isTrue();
        assertThat(met(facts(StaffCategory.NURSE, null, true, null, 0, 0), "years-in-title"))
                .isFalse();
    }

    @Test
    void aFailedAssessmentStandsInTheWayForThreeYears_R9() {
        assertThat(met(facts(StaffCategory.NURSE, TODAY, false, TODAY.minusYears(3), 0, 0), "assessments"))
                .isFalse();
        assertThat(met(
                        facts(
                                StaffCategory.NURSE,
                                TODAY,
                                false,
                                TODAY.minusYears(3).minusDays(1),
                                0,
                                0),
                        "assessments"))
                .isTrue();
    }

    /** R7, R9: each of the years before counts on its own; a policy of none asks for nothing. */
    @Test
    void creditsAreAConditionOfEachFullYearBefore_R9() {
        PromotionRules rules =
                new PromotionRules(LADDER, LADDER.after(Title.JUNIOR).orElseThrow(), MERITS);
        CreditAccounts.Year met = new CreditAccounts.Year(2024, new BigDecimal("25.0"), BigDecimal.ZERO);
        CreditAccounts.Year short1 = new CreditAccounts.Year(2025, new BigDecimal("24.0"), BigDecimal.ONE);
        assertThat(credits(rules, List.of()).met()).isTrue();
        assertThat(credits(rules, List.of(met)).met()).isTrue();
        Condition missed = credits(rules, List.of(met, short1));
        assertThat(missed.met()).isFalse();
        assertThat(missed.required()).isEqualTo("yearly need met in 2024, 2025");
        assertThat(missed.actual()).isEqualTo("2024: 25.0 counted, 0 lacking; 2025: 24.0 counted, 1 lacking");
    }

    private static Condition credits(PromotionRules rules, List<CreditAccounts.Year> years) {
        return rules.judge(served(StaffCategory.NURSE, 0, 0), years, List.of()).stream()
                .filter(condition -> condition.rule().equals("credits"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyConditionIsListedWhetherMetOrNot_R9() {
        CareerFacts nobody = new CareerFacts(
                StaffCategory.PHYSICIAN, Title.INTERMEDIATE, null, null, false, false, TODAY, 0, 0, TODAY);
        List<Condition> conditions = new PromotionRules(
                        LADDER, LADDER.after(Title.INTERMEDIATE).orElseThrow(), MERITS)
                .judge(
                        nobody,
                        List.of(new CreditAccounts.Year(2025, new BigDecimal("20"), new BigDecimal("5"))),
                        List.of(reward("warning", TODAY)));
        assertThat(conditions).hasSize(7).noneMatch(Condition::met);
        assertThat(LADDER.after(Title.SENIOR)).isEmpty();
    }

    private static Reward reward(String measure, LocalDate on) {
        return new Reward(Ids.next(), "any", measure, "conduct", "person", on);
    }

    private static Condition judged(String rule, LocalDate titleSince, Reward... rewards) {
        Step step = LADDER.after(Title.INTERMEDIATE).orElseThrow();
        CareerFacts nurse = facts(StaffCategory.NURSE, titleSince, false, null, 0, 0);
        return new PromotionRules(LADDER, step, MERITS)
                .judge(nurse, List.of(), List.of(rewards)).stream()
                        .filter(condition -> condition.rule().equals(rule))
                        .findFirst()
                        .orElseThrow();
    }

    /** R9, R10: policy promotion-rewards, by default 6 months after a warning and 12 after a deferral. */
    @Test
    void aWarningOrDeferralBarsTheWayForItsMonths_R9() {
        LocalDate half = TODAY.minusMonths(6);
        assertThat(judged("punishments", TODAY).met()).isTrue();
        assertThat(judged("punishments", TODAY, reward("warning", half)).met()).isTrue();
        Condition barred = judged("punishments", TODAY, reward("warning", half.plusDays(1)), reward("deferral", half));
        assertThat(barred.met()).isFalse();
        assertThat(barred.actual()).isEqualTo("warning of 2026-05-23, deferral of 2026-05-22");
        assertThat(barred.required()).isEqualTo("no warning after 2026-05-22, no deferral after 2025-11-22");
        assertThat(judged("punishments", TODAY, reward("deduction", TODAY)).met())
                .as("it was felt in pay")
                .isTrue();
    }

    /** R9, R10: a commendation of the last three years counts as one year, and two no more than one. */
    @Test
    void aCommendationMakesTheWayAYearShorter_R9() {
        LocalDate four = TODAY.minusYears(4);
        assertThat(judged("years-in-title", four).met()).isFalse();
        Condition shorter = judged(
                "years-in-title", four, reward("commendation", TODAY.minusYears(1)), reward("preference", TODAY));
        assertThat(shorter.met()).isTrue();
        assertThat(shorter.required()).isEqualTo("4 years, 1 fewer for the preference of 2026-11-22");
        assertThat(judged("years-in-title", four, reward("commendation", TODAY.minusYears(3)))
                        .met())
                .isFalse();
        assertThat(judged("years-in-title", four.plusDays(1), reward("commendation", TODAY))
                        .met())
                .isFalse();
    }

    @Test
    void monthsAndYearsThatNobodyCouldMeanAreNoPolicy_R9() {
        assertThatThrownBy(() -> new PromotionRewards(-1, 0, 0, 0)).hasMessage("policy.promotion-rewards-unfit");
        assertThatThrownBy(() -> new PromotionRewards(0, 0, 241, 0)).hasMessage("policy.promotion-rewards-unfit");
        assertThatThrownBy(() -> new PromotionRewards(0, 0, 0, 11)).hasMessage("policy.promotion-rewards-unfit");
    }

    @Test
    void aLadderThatLeadsDownOrTwoWaysIsNoPolicy_R9() {
        assertThatThrownBy(() -> new Step(Title.SENIOR, Title.JUNIOR, 1, 1, 0, List.of()))
                .hasMessage("policy.title-step-unfit");
        Step twice = LADDER.steps().getFirst();
        assertThatThrownBy(() -> new TitleLadder(List.of(twice, twice), List.of(), 1))
                .hasMessage("policy.title-ladder-unfit");
    }
}
