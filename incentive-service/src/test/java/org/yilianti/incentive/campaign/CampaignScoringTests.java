package org.yilianti.incentive.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yilianti.incentive.campaign.Judgement.Given;
import org.yilianti.incentive.scheme.NoData;
import org.yilianti.incentive.survey.Estimate;
import org.yilianti.incentive.survey.SurveyResult;
import org.yilianti.incentive.survey.Topic;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/** How what people say becomes a score (I3); all figures are computed by hand. */
class CampaignScoringTests {

    private static final List<CampaignComponent> ALL = List.of(
            new CampaignComponent(ComponentKind.SELF, new BigDecimal("0.1")),
            new CampaignComponent(ComponentKind.PANEL, new BigDecimal("0.4")),
            new CampaignComponent(ComponentKind.SECTOR, new BigDecimal("0.2")),
            new CampaignComponent(ComponentKind.SURVEY, new BigDecimal("0.3")));

    private static CampaignRules rules(String missing) {
        return new CampaignRules(5, 1, 3, 30, missing, false, 7, 20);
    }

    private static List<BigDecimal> scores(String... values) {
        return Stream.of(values).map(BigDecimal::new).toList();
    }

    private static SurveyResult survey(int respondents, int yes) {
        Estimate rate = Estimate.proportion(yes, respondents);
        return new SurveyResult(respondents, Map.of(Topic.SATISFACTION, rate), Map.of("q", rate));
    }

    /** Self 95; panel 60, 80, 85, 90, 100; finance 80 and 90, civil affairs 70. */
    private static List<Given> given() {
        List<Given> given = new ArrayList<>();
        given.add(new Given(ComponentKind.SELF, "", new BigDecimal("95")));
        scores("85", "60", "100", "80", "90").forEach(one -> given.add(new Given(ComponentKind.PANEL, "", one)));
        given.add(new Given(ComponentKind.SECTOR, "finance", new BigDecimal("80")));
        given.add(new Given(ComponentKind.SECTOR, "finance", new BigDecimal("90")));
        given.add(new Given(ComponentKind.SECTOR, "civil affairs", new BigDecimal("70")));
        return given;
    }

    private static SubjectScore score(List<Given> given, SurveyResult survey, String missing) {
        return CampaignScoring.scores(ALL, List.of(new Judgement("H1", given, survey)), rules(missing))
                .getFirst();
    }

    private static Part part(SubjectScore score, ComponentKind kind) {
        return score.parts().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** Without 60 and 100 the mean is 85. Over all: range 40, variance 880 ÷ 4, deviation √220. */
    @Test
    void aLargePanelDropsItsExtremesAndShowsTheSpreadOfAll() {
        PanelPolicy panel = PanelPolicy.apply(scores("100", "80", "60", "90", "85"), rules("block"));
        assertThat(panel.score()).isEqualByComparingTo("85");
        assertThat(panel.dropped()).isEqualTo(2);
        assertThat(panel.reason()).isEqualTo(PartReason.EXTREMES_DROPPED);
        Spread spread = Spread.of(scores("100", "80", "60", "90", "85"));
        assertThat(spread.range()).isEqualByComparingTo("40");
        assertThat(spread.deviation()).isEqualByComparingTo("14.832397");
    }

    @Test
    void aSmallPanelKeepsAllScoresAndSaysSo() {
        PanelPolicy panel = PanelPolicy.apply(scores("60", "80", "85", "90"), rules("block"));
        assertThat(panel.score()).isEqualByComparingTo("78.75");
        assertThat(panel.dropped()).isZero();
        assertThat(panel.reason()).isEqualTo(PartReason.TOO_FEW_TO_DROP);
        assertThat(Spread.of(scores("60")).deviation()).isNull();
    }

    @Test
    void equalScoresAreDroppedAsIfTheyWereDifferent() {
        PanelPolicy panel = PanelPolicy.apply(scores("90", "90", "90", "90", "70"), rules("block"));
        assertThat(panel.score()).isEqualByComparingTo("90");
        assertThat(panel.dropped()).isEqualTo(2);
    }

    /** 0.1 × 95 + 0.4 × 85 + 0.2 × (85 + 70) ÷ 2 + 0.3 × 90 = 86. */
    @Test
    void theScoreIsTheWeightedSumOfItsComponents() {
        SubjectScore score = score(given(), survey(40, 36), "block");
        assertThat(score.score()).isEqualByComparingTo("86");
        assertThat(part(score, ComponentKind.SECTOR).score())
                .as("sectors count the same, however many speak for them")
                .isEqualByComparingTo("77.5");
        assertThat(part(score, ComponentKind.SURVEY).interval().low()).isEqualByComparingTo("76.9482");
        assertThat(part(score, ComponentKind.PANEL).spread().most()).isEqualByComparingTo("100");
    }

    /** 59 ÷ 0.7, or 59, or nothing. */
    @Test
    void aSampleThatIsTooSmallIsLeftOutCountsZeroOrBlocksAsThePolicySays() {
        SurveyResult small = survey(29, 29);
        SubjectScore excluded = score(given(), small, "exclude");
        assertThat(excluded.score()).isEqualByComparingTo("84.285714");
        assertThat(part(excluded, ComponentKind.SURVEY).reason()).isEqualTo(PartReason.SAMPLE_TOO_SMALL);
        assertThat(part(excluded, ComponentKind.SURVEY).missing()).isEqualTo(NoData.EXCLUDE);
        assertThat(part(excluded, ComponentKind.SURVEY).given()).isEqualTo(29);
        assertThat(score(given(), small, "zero").score()).isEqualByComparingTo("59");
        Refusal blocked = catchThrowableOfType(Refusal.class, () -> score(given(), small, "block"));
        assertThat(blocked.violations())
                .extracting(Violation::code)
                .containsExactly("campaign.missing-sample-too-small");
    }

    @Test
    void anEmptyPanelAndNoAnswersAreNamedTogether() {
        List<Given> noPanel = given().stream()
                .filter(one -> one.kind() != ComponentKind.PANEL)
                .toList();
        Refusal blocked = catchThrowableOfType(
                Refusal.class, () -> score(noPanel, new SurveyResult(0, Map.of(), Map.of()), "block"));
        assertThat(blocked.violations())
                .extracting(Violation::code)
                .containsExactly("campaign.missing-nothing-given", "campaign.missing-nothing-given");
    }

    @Test
    void whereNothingAtAllWasSaidNoPolicyMakesAScore() {
        for (String missing : List.of("exclude", "zero", "block")) {
            Refusal blocked = catchThrowableOfType(
                    Refusal.class, () -> score(List.of(), new SurveyResult(0, Map.of(), Map.of()), missing));
            assertThat(blocked.violations()).as(missing).hasSize(4);
        }
    }

    @Test
    void aPanelBelowItsLeastSizeDoesNotCount() {
        List<Given> two = given().stream()
                .filter(one -> one.kind() != ComponentKind.PANEL || one.score().intValue() > 85)
                .toList();
        SubjectScore score = score(two, survey(40, 36), "exclude");
        assertThat(part(score, ComponentKind.PANEL).reason()).isEqualTo(PartReason.PANEL_TOO_SMALL);
        assertThat(score.score()).as("52 ÷ 0.6").isEqualByComparingTo("86.666667");
    }

    @Test
    void theOrderInWhichPeopleJudgeDoesNotMatter() {
        List<Given> given = new ArrayList<>(given());
        SubjectScore first = score(given, survey(40, 36), "block");
        for (int turn = 0; turn < 30; turn++) {
            Collections.shuffle(given, new Random(turn));
            assertThat(score(given, survey(40, 36), "block")).isEqualTo(first);
        }
    }

    /** 86 + 0.4 × (90 − 85). */
    @Test
    void aCorrectionChangesOneComponentAndKeepsTheOthers() {
        SubjectScore before = score(given(), survey(40, 36), "block");
        SubjectScore after = before.corrected(ComponentKind.PANEL, new BigDecimal("90"));
        assertThat(after.score()).isEqualByComparingTo("88");
        assertThat(part(after, ComponentKind.PANEL).reason()).isEqualTo(PartReason.CORRECTED);
        assertThat(part(after, ComponentKind.SELF)).isEqualTo(part(before, ComponentKind.SELF));
    }

    @Test
    void aCorrectionOfWhatWasLeftOutCountsItAgain() {
        SubjectScore before = score(given(), survey(3, 3), "exclude");
        assertThat(before.corrected(ComponentKind.SURVEY, new BigDecimal("90")).score())
                .isEqualByComparingTo("86");
    }

    @Test
    void aPolicyThatWouldDropEverybodyIsRefused() {
        assertThat(catchThrowableOfType(Refusal.class, () -> new CampaignRules(4, 2, 3, 30, "block", false, 7, 20))
                        .code())
                .isEqualTo("policy.campaign-panel-unfit");
        assertThat(catchThrowableOfType(Refusal.class, () -> new CampaignRules(5, 1, 3, 0, "block", false, 7, 20))
                        .code())
                .isEqualTo("policy.campaign-sample-unfit");
        assertThat(catchThrowableOfType(Refusal.class, () -> new CampaignRules(5, 1, 3, 30, "guess", false, 7, 20))
                        .code())
                .isEqualTo("policy.campaign-missing-unfit");
        assertThat(catchThrowableOfType(Refusal.class, () -> new CampaignRules(5, 1, 3, 30, "zero", false, 0, 20))
                        .code())
                .isEqualTo("policy.campaign-days-unfit");
    }
}
