package org.yilianti.rotation.practice;

import org.yilianti.rotation.directory.Coverage;

/** Whether there is such a person and the association employs them. */
final class MembershipRules {

    private MembershipRules() {}

    static PracticeVerdict memberKnown(PracticeQuestion question, PracticeFacts facts) {
        return facts.member() != null
                ? PracticeVerdict.permitted("member-known", Clause.POLICY)
                : PracticeVerdict.refused("member-known", Clause.POLICY, "unknown-member", question.memberId());
    }

    static PracticeVerdict employed(PracticeQuestion question, PracticeFacts facts) {
        return Coverage.firstGap(facts.employed(), question.days())
                .map(day -> PracticeVerdict.refused("employed", Clause.POLICY, "not-employed", day))
                .orElseGet(() -> PracticeVerdict.permitted("employed", Clause.POLICY));
    }
}
