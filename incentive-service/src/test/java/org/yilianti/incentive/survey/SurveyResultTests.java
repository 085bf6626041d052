package org.yilianti.incentive.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Refusal;

/** What answers come to (I3: awareness, satisfaction, utilisation). */
class SurveyResultTests {

    private static final Question KNOWN = new Question("known", Topic.AWARENESS, false, 2, "知道吗？", null);
    private static final Question POLITE = new Question("polite", Topic.SATISFACTION, true, 5, "满意吗？", null);
    private static final Question QUICK = new Question("quick", Topic.SATISFACTION, true, 3, "及时吗？", null);
    private static final QuestionSet SET = set(KNOWN, POLITE, QUICK);

    private static QuestionSet set(Question... questions) {
        return QuestionSet.written(UUID.randomUUID(), "set", 1, List.of(questions), "author", Instant.EPOCH);
    }

    /**
     * By hand: two of three know (0.666667). Satisfaction: polite 5 of 5 is 1, quick 2 of 3 is 0.5, so the first is content by 0.75; the
     * second by (0.5 + 0) ÷ 2 = 0.25; the third left quick out: 0.25. The mean of those is 0.416667; the score the mean of both topics.
     */
    @Test
    void aTopicIsTheMeanOverPeopleOfTheirMeans() {
        SurveyResult result = SurveyResult.of(
                SET,
                List.of(
                        Map.of("known", 1, "polite", 5, "quick", 2),
                        Map.of("known", 0, "polite", 3, "quick", 1),
                        Map.of("known", 1, "polite", 2)));
        assertThat(result.respondents()).isEqualTo(3);
        assertThat(result.topics().get(Topic.AWARENESS).share()).isEqualByComparingTo("0.666667");
        assertThat(result.topics().get(Topic.AWARENESS).method()).isEqualTo(Estimate.Method.WILSON);
        assertThat(result.topics().get(Topic.SATISFACTION).share()).isEqualByComparingTo("0.416667");
        assertThat(result.topics().get(Topic.SATISFACTION).method()).isEqualTo(Estimate.Method.T);
        assertThat(result.topics()).doesNotContainKey(Topic.UTILISATION);
        assertThat(result.questions().get("quick").respondents())
                .as("whoever left it out is left out")
                .isEqualTo(2);
        assertThat(result.score().orElseThrow()).isEqualByComparingTo("54.1667");
    }

    @Test
    void withoutAnswersThereIsNoScore() {
        SurveyResult nothing = SurveyResult.of(SET, List.of());
        assertThat(nothing.respondents()).isZero();
        assertThat(nothing.score()).isEmpty();
    }

    @Test
    void theOrderInWhichPeopleAnswerDoesNotMatter() {
        Random random = new Random(3);
        List<Map<String, Integer>> answers = new ArrayList<>();
        for (int person = 0; person < 61; person++) {
            answers.add(Map.of(
                    "known", random.nextInt(2), "polite", 1 + random.nextInt(5), "quick", 1 + random.nextInt(3)));
        }
        SurveyResult first = SurveyResult.of(SET, answers);
        for (int turn = 0; turn < 10; turn++) {
            Collections.shuffle(answers, random);
            assertThat(SurveyResult.of(SET, answers)).isEqualTo(first);
        }
    }

    @Test
    void anAnswerThatCannotBeIsNamed() {
        assertThat(SET.violation(Map.of()).orElseThrow().code()).isEqualTo("survey.nothing-answered");
        assertThat(SET.violation(Map.of("other", 1)).orElseThrow().code()).isEqualTo("survey.question-unknown");
        for (Map<String, Integer> wrong : List.of(
                Map.of("known", 2),
                Map.of("known", -1),
                Map.of("polite", 0),
                Map.of("polite", 6),
                Map.of("quick", 4))) {
            assertThat(SET.violation(wrong).orElseThrow().code()).isEqualTo("survey.answer-invalid");
        }
        assertThat(SET.violation(Map.of("known", 0, "polite", 5))).isEmpty();
    }

    @Test
    void aSetRefusesRepeatedCodesAndScalesWithoutSteps() {
        assertThatThrownBy(() -> set(KNOWN, KNOWN)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> set(new Question("a", Topic.AWARENESS, true, 1, "?", null)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> set(new Question("a", Topic.AWARENESS, false, 3, "?", null)))
                .isInstanceOf(Refusal.class);
    }
}
