package org.yilianti.incentive.survey;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the answers about one subject come to.
 *
 * <p>A question's rate is the proportion of yes, or the mean place on its scale from 0 to 1. A topic's rate is the mean over respondents of
 * each one's mean over the topic's questions, or the proportion when the topic is a single question of yes or no: answers of one person
 * hang together, so that people are counted, not answers.
 *
 * @param respondents who answered anything
 */
public record SurveyResult(int respondents, Map<Topic, Estimate> topics, Map<String, Estimate> questions) {

    private static final int DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** From the answers of each respondent, by code of the question; in any order. */
    static SurveyResult of(QuestionSet set, List<Map<String, Integer>> answers) {
        Map<Topic, Estimate> topics = new LinkedHashMap<>();
        Map<String, Estimate> questions = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            List<Question> asked =
                    set.questions().stream().filter(one -> one.topic() == topic).toList();
            asked.forEach(one -> estimate(List.of(one), answers).ifPresent(rate -> questions.put(one.code(), rate)));
            estimate(asked, answers).ifPresent(rate -> topics.put(topic, rate));
        }
        return new SurveyResult(answers.size(), topics, questions);
    }

    /** 0 to 100: the mean of the topics' rates, each of which counts the same; six decimals, half to even. Empty without answers. */
    public Optional<BigDecimal> score() {
        return mean(topics.values().stream().map(Estimate::share).toList())
                .map(mean -> mean.multiply(HUNDRED).setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }

    private static Optional<Estimate> estimate(List<Question> asked, List<Map<String, Integer>> answers) {
        List<BigDecimal> shares = new ArrayList<>();
        answers.forEach(one -> mean(asked.stream()
                        .filter(question -> one.containsKey(question.code()))
                        .map(question -> question.share(one.getOrDefault(question.code(), 0)))
                        .toList())
                .ifPresent(shares::add));
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                asked.size() == 1 && !asked.getFirst().scale()
                        ? Estimate.proportion(
                                (int) shares.stream()
                                        .filter(one -> one.signum() > 0)
                                        .count(),
                                shares.size())
                        : Estimate.mean(shares));
    }

    private static Optional<BigDecimal> mean(List<BigDecimal> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128));
    }
}
