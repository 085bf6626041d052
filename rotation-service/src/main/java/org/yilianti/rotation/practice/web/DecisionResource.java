package org.yilianti.rotation.practice.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.practice.DecidedPractice;
import org.yilianti.rotation.practice.PracticeVerdict;

/** The answers, in the order of the questions. */
record DecisionResource(List<PracticeAnswer> items) {

    /** One decision. */
    record PracticeAnswer(boolean permitted, List<RuleVerdict> verdicts) {}

    /**
     * What one rule says, in the caller's language.
     *
     * @param inputs the facts it looked at; null where many questions were asked at once
     * @param mend what would make it permit; null where it does
     */
    record RuleVerdict(
            String rule,
            boolean permitted,
            String code,
            String message,
            String clause,
            @Nullable Map<String, Object> inputs,
            @Nullable String mend) {}

    /** @param explained whether to tell the inputs and the rules that permit, too, and not only the verdicts that refuse */
    static DecisionResource of(
            List<DecidedPractice> decisions, boolean explained, ProblemFactory texts, Locale locale) {
        return new DecisionResource(decisions.stream()
                .map(one -> new PracticeAnswer(one.decision().permitted(), verdicts(one, explained, texts, locale)))
                .toList());
    }

    private static List<RuleVerdict> verdicts(
            DecidedPractice decided, boolean explained, ProblemFactory texts, Locale locale) {
        Map<String, Map<String, Object>> inputs = explained ? decided.inputs() : Map.of();
        List<RuleVerdict> told = new ArrayList<>();
        for (PracticeVerdict verdict : decided.decision().verdicts()) {
            if (explained || !verdict.permitted()) {
                told.add(told(verdict, inputs.get(verdict.rule()), texts, locale));
            }
        }
        return told;
    }

    private static RuleVerdict told(
            PracticeVerdict verdict, @Nullable Map<String, Object> inputs, ProblemFactory texts, Locale locale) {
        Object[] args = verdict.args().toArray();
        return new RuleVerdict(
                verdict.rule(),
                verdict.permitted(),
                verdict.code(),
                texts.text("practice." + verdict.code(), args, locale),
                verdict.clause(),
                inputs,
                verdict.permitted() ? null : texts.text("practice.mend." + verdict.code(), args, locale));
    }
}
