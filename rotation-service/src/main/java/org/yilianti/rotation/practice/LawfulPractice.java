package org.yilianti.rotation.practice;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.PracticeAgreements;
import org.yilianti.rotation.directory.Appointments;
import org.yilianti.rotation.directory.Knowledge;
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
    private final Postings postings;
    private final Policies policies;
    private final Clock clock;

    LawfulPractice(
            Members members,
            Appointments appointments,
            Licences licences,
            PracticeAgreements agreements,
            Postings postings,
            Policies policies,
            Clock clock) {
        this.members = members;
        this.appointments = appointments;
        this.licences = licences;
        this.agreements = agreements;
        this.postings = postings;
        this.policies = policies;
        this.clock = clock;
    }

    /** Ids of the members whom an appointment, an agreement or a posting binds to one of the institutions in the period (which must end). */
    public Set<UUID> memberIdsAt(UUID association, Collection<UUID> institutionIds, DatePeriod period) {
        Set<UUID> ids = new LinkedHashSet<>(appointments.memberIdsAt(association, institutionIds, period));
        ids.addAll(agreements.memberIdsAt(association, institutionIds, period));
        ids.addAll(postings.memberIdsAt(association, institutionIds, period));
        return ids;
    }

    /** The facts of these people in five queries; each id has an entry, with nothing known for one nobody knows. */
    public Map<UUID, PracticeFacts> facts(UUID association, Collection<UUID> memberIds) {
        return facts(association, memberIds, Knowledge.NOW);
    }

    /** The facts as they were known here at a time; likewise five queries. */
    public Map<UUID, PracticeFacts> facts(UUID association, Collection<UUID> memberIds, Knowledge knowledge) {
        Set<UUID> ids = new HashSet<>(memberIds);
        Map<UUID, Member> known = members.byId(association, ids, knowledge);
        var appointmentsByMember = appointments.byMember(association, known.keySet(), knowledge);
        var licencesByMember = licences.byMember(association, known.keySet(), knowledge);
        var agreementsByMember = agreements(association, known.keySet(), knowledge);
        var postingsByMember = postings.byMember(association, known.keySet(), knowledge.at());
        PolicyInForce policy = policy(association, knowledge);
        Map<UUID, PracticeFacts> facts = new HashMap<>();
        for (UUID id : ids) {
            facts.put(
                    id,
                    new PracticeFacts(
                            known.get(id),
                            appointmentsByMember.getOrDefault(id, List.of()),
                            licencesByMember.getOrDefault(id, List.of()),
                            agreementsByMember.getOrDefault(id, List.of()),
                            postingsByMember.getOrDefault(id, List.of()),
                            policy));
        }
        return facts;
    }

    private Map<UUID, List<PracticeAgreement>> agreements(UUID association, Set<UUID> ids, Knowledge knowledge) {
        Instant at = knowledge.at();
        return at == null ? agreements.byMember(association, ids) : agreements.byMemberAsKnown(association, ids, at);
    }

    /** All days at once, so that the number of days in a batch is no number of queries. */
    private PolicyInForce policy(UUID association, Knowledge knowledge) {
        Instant at = Objects.requireNonNullElseGet(knowledge.at(), clock::instant);
        return new PolicyInForce(policies.timeline(association, PracticePolicy.class, at)::on);
    }

    /** The decision from facts at hand; pure. */
    public static PracticeDecision decide(PracticeQuestion question, PracticeFacts facts) {
        return PracticeRules.decide(question, facts);
    }

    /** Days in a row, parts of {@code span}, which must end, on which no decision about the person changes: one question serves for each; pure. */
    public static List<DatePeriod> stretches(PracticeFacts facts, DatePeriod span) {
        return Stretches.of(facts, span.from(), Objects.requireNonNull(span.to()));
    }

    /** Whether the person may practise at all on these days, wherever; pure. */
    public static PracticeDecision decideForPerson(PracticeQuestion question, PracticeFacts facts) {
        return PracticeRules.decideForPerson(question, facts);
    }

    /** One decision for each question, in their order. */
    public List<PracticeDecision> decide(UUID association, List<PracticeQuestion> questions) {
        return decide(association, questions, Knowledge.NOW).stream()
                .map(DecidedPractice::decision)
                .toList();
    }

    /** One decision for each question with the facts behind it, as known at a time. */
    public List<DecidedPractice> decide(UUID association, List<PracticeQuestion> questions, Knowledge knowledge) {
        Map<UUID, PracticeFacts> facts = facts(
                association, questions.stream().map(PracticeQuestion::memberId).collect(Collectors.toSet()), knowledge);
        return questions.stream()
                .map(question -> {
                    PracticeFacts known = facts.getOrDefault(question.memberId(), PracticeFacts.UNKNOWN);
                    return new DecidedPractice(question, known, PracticeRules.decide(question, known));
                })
                .toList();
    }
}
