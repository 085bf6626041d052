package org.yilianti.rotation.practice;

import java.util.List;
import java.util.stream.Stream;

/** The index of all rules of lawful practice, in the order in which their reasons are told. */
final class PracticeRules {

    /** What a person must be and hold, wherever the work is. */
    static final List<PracticeRule> OF_THE_PERSON = List.of(
            MembershipRules::memberKnown,
            MembershipRules::employed,
            LicenceRules::licenceHeld,
            LicenceRules::licenceFits,
            LicenceRules::licenceValid,
            LicenceRules::licenceStanding);

    /** What binds the person to the site. */
    static final List<PracticeRule> OF_THE_PLACE = List.of(PlaceRules::place, PlaceRules::weeklyHours);

    private PracticeRules() {}

    /** The whole decision. */
    static PracticeDecision decide(PracticeQuestion question, PracticeFacts facts) {
        return new PracticeDecision(Stream.concat(OF_THE_PERSON.stream(), OF_THE_PLACE.stream())
                .map(rule -> rule.judge(question, facts))
                .toList());
    }

    /** The part of the decision that does not depend on the site: whether the person may practise at all. */
    static PracticeDecision decideForPerson(PracticeQuestion question, PracticeFacts facts) {
        return new PracticeDecision(
                OF_THE_PERSON.stream().map(rule -> rule.judge(question, facts)).toList());
    }
}
