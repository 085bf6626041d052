package org.yilianti.rotation.practice;

import static org.yilianti.rotation.practice.PracticeInputs.LICENCES;
import static org.yilianti.rotation.practice.PracticeInputs.PERSON;
import static org.yilianti.rotation.practice.PracticeInputs.PLACE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The index of all rules of lawful practice, in the order in which their reasons are told. */
final class PracticeRules {

    /** What a person must be and hold, wherever the work is. */
    static final List<NamedRule> OF_THE_PERSON = List.of(
            new NamedRule("member-known", MembershipRules::memberKnown, PERSON),
            new NamedRule("employed", MembershipRules::employed, PERSON),
            new NamedRule("licence-held", LicenceRules::licenceHeld, LICENCES),
            new NamedRule("licence-fits", LicenceRules::licenceFits, LICENCES),
            new NamedRule("licence-category", LicenceRules::licenceCategory, LICENCES),
            new NamedRule("licence-scope", LicenceRules::licenceScope, LICENCES),
            new NamedRule("licence-valid", LicenceRules::licenceValid, LICENCES),
            new NamedRule("licence-standing", LicenceRules::licenceStanding, LICENCES),
            new NamedRule("procedure", WorkRules::procedure, PERSON),
            new NamedRule("duty", WorkRules::duty, PERSON));

    /** What binds the person to the site. */
    static final List<NamedRule> OF_THE_PLACE = List.of(
            new NamedRule("place", PlaceRules::place, PLACE),
            new NamedRule("posting", PlaceRules::posting, PLACE),
            new NamedRule("weekly-hours", PlaceRules::weeklyHours, PLACE));

    private static final List<NamedRule> ALL =
            Stream.concat(OF_THE_PERSON.stream(), OF_THE_PLACE.stream()).toList();

    private PracticeRules() {}

    /** The whole decision. */
    static PracticeDecision decide(PracticeQuestion question, PracticeFacts facts) {
        return judge(ALL, question, facts);
    }

    /** The part of the decision that does not depend on the site: whether the person may practise at all. */
    static PracticeDecision decideForPerson(PracticeQuestion question, PracticeFacts facts) {
        return judge(OF_THE_PERSON, question, facts);
    }

    /** What each rule looks at, by its name. */
    static Map<String, Map<String, Object>> inputs(PracticeQuestion question, PracticeFacts facts) {
        Map<String, Map<String, Object>> inputs = new LinkedHashMap<>();
        ALL.forEach(rule -> inputs.put(rule.name(), rule.inputs().of(question, facts)));
        return inputs;
    }

    private static PracticeDecision judge(List<NamedRule> rules, PracticeQuestion question, PracticeFacts facts) {
        List<PracticeVerdict> verdicts = new ArrayList<>(rules.size());
        for (NamedRule rule : rules) {
            verdicts.add(rule.judge(question, facts));
        }
        return new PracticeDecision(verdicts);
    }
}
