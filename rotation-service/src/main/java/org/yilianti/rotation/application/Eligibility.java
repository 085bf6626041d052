package org.yilianti.rotation.application;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.directory.AssessmentRecord;
import org.yilianti.rotation.directory.Assessments;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeFacts;

/** Asks the rules about somebody, by today's facts and the policy in force today. */
@Component
class Eligibility {

    private final LawfulPractice practice;
    private final Assessments assessments;
    private final Policies policies;
    private final Clock clock;

    Eligibility(LawfulPractice practice, Assessments assessments, Policies policies, Clock clock) {
        this.practice = practice;
        this.assessments = assessments;
        this.policies = policies;
        this.clock = clock;
    }

    PracticeFacts facts(UUID association, UUID memberId) {
        return practice.facts(association, List.of(memberId)).getOrDefault(memberId, PracticeFacts.UNKNOWN);
    }

    /** Every reason against it; none when it may go its way. */
    List<ApplicationReason> reasons(UUID association, ApplicationParties parties, AgreementTerms terms) {
        UUID member = parties.memberId();
        return EligibilityRules.reasons(new Candidate(
                parties,
                terms,
                facts(association, member),
                assessments.byMember(association, List.of(member)).getOrDefault(member, AssessmentRecord.NONE),
                policies.inForce(association, EligibilityPolicy.class, AssociationZone.dayOf(clock.instant()))));
    }
}
