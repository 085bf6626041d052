package org.yilianti.rotation.sharing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeDecision;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.practice.PracticeQuestion;
import org.yilianti.rotation.practice.PracticeVerdict;

/** Whether a specialist may lawfully hold a session, by the facts of the moment (M1). */
@Component
class LawfulSessions {

    private final LawfulPractice practice;

    LawfulSessions(LawfulPractice practice) {
        this.practice = practice;
    }

    /**
     * Refuses (409) with all reasons.
     *
     * @param booker where a visiting session is held; null while nobody has booked it, so that only the person is judged
     */
    void require(UUID association, SessionOffer offer, @Nullable UUID booker) {
        PracticeFacts facts = practice.facts(association, List.of(offer.memberId()))
                .getOrDefault(offer.memberId(), PracticeFacts.UNKNOWN);
        UUID site = offer.visiting() ? booker : offer.institutionId();
        PracticeQuestion question = PracticeQuestion.on(
                AssociationZone.dayOf(offer.startsAt()),
                offer.memberId(),
                site == null ? offer.institutionId() : site,
                offer.specialty());
        PracticeDecision decision =
                site == null ? LawfulPractice.decideForPerson(question, facts) : LawfulPractice.decide(question, facts);
        decision.refusals()
                .map(PracticeVerdict::code)
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(codes -> {
                    throw Refusal.conflict("shared-session.unlawful", codes);
                });
    }
}
