package org.yilianti.rotation.practice;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.directory.LicenceObstacle;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.PractisingRight;

/** Whether a licence permits the work on every day. Categories that need none pass; each rule leaves to the others what is theirs. */
final class LicenceRules {

    private LicenceRules() {}

    static PracticeVerdict licenceHeld(PracticeQuestion question, PracticeFacts facts) {
        Member member = facts.member();
        Clause clause = clause(member, Clause.REGISTRATION);
        return member == null || needsNone(member) || !facts.right().none()
                ? PracticeVerdict.permitted("licence-held", clause)
                : PracticeVerdict.refused(
                        "licence-held",
                        clause,
                        "licence-missing",
                        member.category().code());
    }

    static PracticeVerdict licenceFits(PracticeQuestion question, PracticeFacts facts) {
        Member member = facts.member();
        Clause clause = clause(member, Clause.REGISTERED_PRACTICE);
        String activity = question.activity();
        return needsNone(member)
                        || activity == null
                        || facts.right().none()
                        || !fitting(question, facts).none()
                ? PracticeVerdict.permitted("licence-fits", clause)
                : PracticeVerdict.refused("licence-fits", clause, "licence-category-unfit", activity);
    }

    static PracticeVerdict licenceValid(PracticeQuestion question, PracticeFacts facts) {
        return noInterruption(
                "licence-valid",
                clause(facts.member(), Clause.REGISTERED_PRACTICE),
                question,
                facts,
                obstacle -> !obstacle.sanction());
    }

    static PracticeVerdict licenceStanding(PracticeQuestion question, PracticeFacts facts) {
        return noInterruption(
                "licence-standing",
                clause(facts.member(), Clause.DEREGISTRATION),
                question,
                facts,
                LicenceObstacle::sanction);
    }

    private static PracticeVerdict noInterruption(
            String rule,
            Clause clause,
            PracticeQuestion question,
            PracticeFacts facts,
            Predicate<LicenceObstacle> obstacles) {
        if (needsNone(facts.member())) {
            return PracticeVerdict.permitted(rule, clause);
        }
        return fitting(question, facts)
                .firstInterruption(question.days())
                .filter(interruption -> obstacles.test(interruption.obstacle()))
                .map(interruption -> PracticeVerdict.refused(
                        rule, clause, interruption.obstacle().code(), interruption.from()))
                .orElseGet(() -> PracticeVerdict.permitted(rule, clause));
    }

    private static PractisingRight fitting(PracticeQuestion question, PracticeFacts facts) {
        String activity = question.activity();
        return activity == null ? facts.right() : facts.right().where(licence -> LicenceFit.covers(licence, activity));
    }

    private static boolean needsNone(@Nullable Member member) {
        return member == null || !member.category().licensed();
    }

    private static Clause clause(@Nullable Member member, Clause forPhysicians) {
        return member == null ? Clause.POLICY : Clause.forLicence(member.category(), forPhysicians);
    }
}
