package org.yilianti.rotation.practice;

/**
 * A rule in the index.
 *
 * @param name by which verdicts and policies call it
 * @param inputs what of the facts it looks at, for telling
 */
record NamedRule(String name, PracticeRule rule, PracticeInputs inputs) {

    PracticeVerdict judge(PracticeQuestion question, PracticeFacts facts) {
        return facts.policy(question).waived().contains(name)
                ? PracticeVerdict.permitted(name, Clause.POLICY)
                : rule.judge(question, facts);
    }
}
