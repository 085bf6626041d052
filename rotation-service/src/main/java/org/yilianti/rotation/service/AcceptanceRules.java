package org.yilianti.rotation.service;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeQuestion;
import org.yilianti.rotation.practice.PracticeVerdict;
import org.yilianti.rotation.roster.Duty;

/** The index of all conditions on a reported service, in the order in which they are tried. */
final class AcceptanceRules {

    private static final Duration LONGEST = Duration.ofHours(24);

    private static final List<AcceptanceRule> RULES = List.of(
            AcceptanceRules::knownMember,
            AcceptanceRules::knownInstitution,
            AcceptanceRules::knownKind,
            AcceptanceRules::inOrder,
            AcceptanceRules::notTooLong,
            AcceptanceRules::knownDuty,
            AcceptanceRules::lawful);

    private AcceptanceRules() {}

    /** The first reason to reject the entry, looked at alone; empty when acceptable. */
    static Optional<RecordResult> rejection(ServiceEntry entry, BatchFacts facts) {
        return RULES.stream()
                .flatMap(rule -> rule.rejection(entry, facts).stream())
                .findFirst();
    }

    private static Optional<RecordResult> knownMember(ServiceEntry entry, BatchFacts facts) {
        return unless(
                facts.member(entry).isPresent(),
                entry,
                "unknown-member",
                String.valueOf(entry.memberId() != null ? entry.memberId() : entry.staffNo()));
    }

    private static Optional<RecordResult> knownInstitution(ServiceEntry entry, BatchFacts facts) {
        return unless(
                facts.institution(entry).isPresent(),
                entry,
                "unknown-institution",
                String.valueOf(entry.institutionId() != null ? entry.institutionId() : entry.institutionCode()));
    }

    private static Optional<RecordResult> knownKind(ServiceEntry entry, BatchFacts facts) {
        return unless(ServiceKind.ofCode(entry.kind()).isPresent(), entry, "unknown-kind", entry.kind());
    }

    private static Optional<RecordResult> inOrder(ServiceEntry entry, BatchFacts facts) {
        return unless(
                !entry.endedAt().isBefore(entry.startedAt().plusSeconds(60)),
                entry,
                "period-inverted",
                entry.startedAt(),
                entry.endedAt());
    }

    private static Optional<RecordResult> notTooLong(ServiceEntry entry, BatchFacts facts) {
        Duration length = Duration.between(entry.startedAt(), entry.endedAt());
        return unless(length.compareTo(LONGEST) <= 0, entry, "too-long", length.toHours(), LONGEST.toHours());
    }

    private static Optional<RecordResult> knownDuty(ServiceEntry entry, BatchFacts facts) {
        UUID dutyId = entry.dutyId();
        if (dutyId == null) {
            return Optional.empty();
        }
        Duty duty = facts.duties().get(dutyId);
        return unless(
                duty != null
                        && duty.institutionId()
                                .equals(facts.institution(entry).orElseThrow().id()),
                entry,
                "unknown-duty",
                dutyId);
    }

    /** Judged on the day the service began. */
    private static Optional<RecordResult> lawful(ServiceEntry entry, BatchFacts facts) {
        UUID memberId = facts.member(entry).orElseThrow();
        Duty duty = entry.dutyId() == null ? null : facts.duties().get(entry.dutyId());
        PracticeQuestion question = PracticeQuestion.on(
                AssociationZone.dayOf(entry.startedAt()),
                memberId,
                facts.institution(entry).orElseThrow().id(),
                duty == null ? null : duty.specialty());
        return LawfulPractice.decide(
                        question, Objects.requireNonNull(facts.people().get(memberId)))
                .refusals()
                .map(PracticeVerdict::code)
                .reduce((one, other) -> one + ", " + other)
                .map(codes -> RecordResult.rejected(entry.sourceId(), null, "unlawful-practice", codes));
    }

    private static Optional<RecordResult> unless(boolean fulfilled, ServiceEntry entry, String code, Object... args) {
        return fulfilled ? Optional.empty() : Optional.of(RecordResult.rejected(entry.sourceId(), null, code, args));
    }
}
