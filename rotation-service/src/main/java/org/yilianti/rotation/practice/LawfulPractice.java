package org.yilianti.rotation.practice;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.rotation.agreement.PracticeAgreements;
import org.yilianti.rotation.directory.Appointments;
import org.yilianti.rotation.directory.Licences;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;

/** Where everybody asks whether practice is lawful: load the facts of all people concerned once, then decide in memory. */
@Component
public class LawfulPractice {

    private final Members members;
    private final Appointments appointments;
    private final Licences licences;
    private final PracticeAgreements agreements;

    LawfulPractice(Members members, Appointments appointments, Licences licences, PracticeAgreements agreements) {
        this.members = members;
        this.appointments = appointments;
        this.licences = licences;
        this.agreements = agreements;
    }

    /** The facts of these people in four queries; each id has an entry, {@link PracticeFacts#UNKNOWN} for one nobody knows. */
    public Map<UUID, PracticeFacts> facts(UUID association, Collection<UUID> memberIds) {
        Set<UUID> ids = new HashSet<>(memberIds);
        Map<UUID, Member> known = members.byId(association, ids);
        var appointmentsByMember = appointments.byMember(association, known.keySet());
        var licencesByMember = licences.byMember(association, known.keySet());
        var agreementsByMember = agreements.byMember(association, known.keySet());
        Map<UUID, PracticeFacts> facts = new HashMap<>();
        for (UUID id : ids) {
            Member member = known.get(id);
            facts.put(
                    id,
                    member == null
                            ? PracticeFacts.UNKNOWN
                            : new PracticeFacts(
                                    member,
                                    appointmentsByMember.getOrDefault(id, List.of()),
                                    licencesByMember.getOrDefault(id, List.of()),
                                    agreementsByMember.getOrDefault(id, List.of())));
        }
        return facts;
    }

    /** The decision from facts at hand; pure. */
    public static PracticeDecision decide(PracticeQuestion question, PracticeFacts facts) {
        return PracticeRules.decide(question, facts);
    }

    /** Whether the person may practise at all on these days, wherever; pure. */
    public static PracticeDecision decideForPerson(PracticeQuestion question, PracticeFacts facts) {
        return PracticeRules.decideForPerson(question, facts);
    }

    /** One decision for each question, in their order. */
    public List<PracticeDecision> decide(UUID association, List<PracticeQuestion> questions) {
        Map<UUID, PracticeFacts> facts = facts(
                association, questions.stream().map(PracticeQuestion::memberId).collect(Collectors.toSet()));
        return questions.stream()
                .map(question ->
                        PracticeRules.decide(question, facts.getOrDefault(question.memberId(), PracticeFacts.UNKNOWN)))
                .toList();
    }
}
