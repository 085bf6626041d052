package org.yilianti.rotation.practice;

import java.util.Map;

/** A question, the facts at hand and the decision. */
public record DecidedPractice(PracticeQuestion question, PracticeFacts facts, PracticeDecision decision) {

    /** What each rule looked at, by the rule's name. */
    public Map<String, Map<String, Object>> inputs() {
        return PracticeRules.inputs(question, facts);
    }
}
