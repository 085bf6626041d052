package org.yilianti.rotation.practice;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.directory.Licence;
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
        String specialty = question.activity().specialty();
        return specialty == null || passes(facts, licence -> covers(licence, question, facts))
                ? PracticeVerdict.permitted("licence-fits", clause)
                : PracticeVerdict.refused("licence-fits", clause, "licence-category-unfit", specialty);
    }

    static PracticeVerdict licenceCategory(PracticeQuestion question, PracticeFacts facts) {
        Clause clause = clause(facts.member(), Clause.REGISTERED_PRACTICE);
        String category = question.activity().category();
        return category == null || passes(facts, licence -> isOf(licence, category))
                ? PracticeVerdict.permitted("licence-category", clause)
                : PracticeVerdict.refused("licence-category", clause, "licence-category-other", category);
    }

    static PracticeVerdict licenceScope(PracticeQuestion question, PracticeFacts facts) {
        Clause clause = clause(facts.member(), Clause.REGISTERED_PRACTICE);
        String scope = question.activity().scope();
        return scope == null || passes(facts, licence -> names(licence, scope))
                ? PracticeVerdict.permitted("licence-scope", clause)
                : PracticeVerdict.refused("licence-scope", clause, "licence-scope-other", scope);
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

    /** The right that the licences give which are for this work. */
    private static PractisingRight fitting(PracticeQuestion question, PracticeFacts facts) {
        Activity activity = question.activity();
        if (activity.specialty() == null && activity.category() == null && activity.scope() == null) {
            return facts.right();
        }
        return facts.right()
                .where(licence -> covers(licence, question, facts)
                        && isOf(licence, activity.category())
                        && names(licence, activity.scope()));
    }

    /** Whether some licence of the right kind is as wanted; what needs no licence, or has none at all, is another rule's matter. */
    private static boolean passes(PracticeFacts facts, Predicate<Licence> wanted) {
        return needsNone(facts.member())
                || facts.right().none()
                || !facts.right().where(wanted).none();
    }

    private static boolean covers(Licence licence, PracticeQuestion question, PracticeFacts facts) {
        String specialty = question.activity().specialty();
        return specialty == null || facts.policy(question).covers(licence, specialty);
    }

    private static boolean isOf(Licence licence, @Nullable String category) {
        return category == null || licence.category().equals(category);
    }

    /** A licence whose kind has no scopes is not bound to one. */
    private static boolean names(Licence licence, @Nullable String scope) {
        String own = licence.scope();
        return scope == null || own == null || own.contains(scope);
    }

    private static boolean needsNone(@Nullable Member member) {
        return member == null || !member.category().licensed();
    }

    private static Clause clause(@Nullable Member member, Clause forPhysicians) {
        return member == null ? Clause.POLICY : Clause.forLicence(member.category(), forPhysicians);
    }
}
