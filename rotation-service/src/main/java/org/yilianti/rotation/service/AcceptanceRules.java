package org.yilianti.rotation.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yilianti.rotation.roster.Duty;

/**
 * The index of all conditions without which a reported service cannot be kept at all, in the order in which they are tried. What can be
 * kept and is not as it should be is for {@link FlagRules}.
 */
final class AcceptanceRules {

    private static final Duration LONGEST = Duration.ofHours(24);

    private static final List<AcceptanceRule> RULES = List.of(
            AcceptanceRules::knownMember,
            AcceptanceRules::knownInstitution,
            AcceptanceRules::knownKind,
            AcceptanceRules::inOrder,
            AcceptanceRules::notTooLong,
            AcceptanceRules::knownDuty);

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

    private static Optional<RecordResult> unless(boolean fulfilled, ServiceEntry entry, String code, Object... args) {
        return fulfilled ? Optional.empty() : Optional.of(RecordResult.rejected(entry.sourceId(), null, code, args));
    }
}
