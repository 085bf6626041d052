package org.yilianti.rotation.practice.web;

import java.util.List;
import java.util.Locale;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.practice.PracticeDecision;

/** The answers, in the order of the questions. */
record DecisionResource(List<DecidedPractice> items) {

    /** One decision. */
    record DecidedPractice(boolean permitted, List<RuleVerdict> verdicts) {}

    /** What one rule says, in the caller's language. */
    record RuleVerdict(String rule, boolean permitted, String code, String message, String clause) {}

    static DecisionResource of(List<PracticeDecision> decisions, ProblemFactory texts, Locale locale) {
        return new DecisionResource(decisions.stream()
                .map(decision -> new DecidedPractice(
                        decision.permitted(),
                        decision.verdicts().stream()
                                .map(verdict -> new RuleVerdict(
                                        verdict.rule(),
                                        verdict.permitted(),
                                        verdict.code(),
                                        texts.text(
                                                "practice." + verdict.code(),
                                                verdict.args().toArray(),
                                                locale),
                                        verdict.clause()))
                                .toList()))
                .toList());
    }
}
