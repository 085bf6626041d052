package org.yilianti.rotation.practice;

import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Title;

/** Whether the person is of the rank and kind that the work itself asks for. */
final class WorkRules {

    private WorkRules() {}

    /** Graded procedures need a title; by the association's table. */
    static PracticeVerdict procedure(PracticeQuestion question, PracticeFacts facts) {
        String procedure = question.activity().procedure();
        Member member = facts.member();
        Title least = procedure == null
                ? null
                : facts.policy(question).titlesByProcedure().get(procedure);
        return procedure == null
                        || member == null
                        || least == null
                        || member.title().compareTo(least) >= 0
                ? PracticeVerdict.permitted("procedure", Clause.POLICY)
                : PracticeVerdict.refused(
                        "procedure",
                        Clause.POLICY,
                        "procedure-title-too-low",
                        procedure,
                        least.code(),
                        member.title().code());
    }

    /** A duty is for one category of staff. */
    static PracticeVerdict duty(PracticeQuestion question, PracticeFacts facts) {
        String duty = question.activity().duty();
        Member member = facts.member();
        return duty == null || member == null || member.category().code().equals(duty)
                ? PracticeVerdict.permitted("duty", Clause.POLICY)
                : PracticeVerdict.refused(
                        "duty",
                        Clause.POLICY,
                        "duty-of-other-category",
                        duty,
                        member.category().code());
    }
}
