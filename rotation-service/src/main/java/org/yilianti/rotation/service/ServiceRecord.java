package org.yilianti.rotation.service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.service.Resolution.Outcome;

/**
 * A record of delivered service. Immutable: each verb gives the changed one.
 *
 * @param night whether it counts as night work
 * @param flags what is not as it should be
 * @param reason why it is disputed; null otherwise
 * @param resolution how its flags or its dispute were settled; null while they are open or there are none
 */
public record ServiceRecord(
        UUID id,
        UUID association,
        long version,
        String sourceId,
        ServiceContent content,
        boolean night,
        List<RecordFlag> flags,
        RecordStatus status,
        @Nullable String reason,
        Hands hands,
        @Nullable Resolution resolution) {

    static ServiceRecord recorded(
            UUID association,
            String sourceId,
            ServiceContent content,
            boolean night,
            List<RecordFlag> flags,
            String by) {
        return new ServiceRecord(
                Ids.next(),
                association,
                1,
                sourceId,
                content,
                night,
                List.copyOf(flags),
                RecordStatus.RECORDED,
                null,
                Hands.recording(by),
                null);
    }

    /** Says something else from now on; what was decided on what it said before is void. */
    ServiceRecord corrected(ServiceContent other, boolean atNight, List<RecordFlag> found, String by) {
        return new ServiceRecord(
                id,
                association,
                version + 1,
                sourceId,
                other,
                atNight,
                List.copyOf(found),
                RecordStatus.RECORDED,
                null,
                Hands.recording(by),
                null);
    }

    /** Whether a blocking flag waits for somebody to resolve it. */
    public boolean flagged() {
        return resolution == null && flags.stream().anyMatch(RecordFlag::blocking);
    }

    /**
     * Whether its time counts as hours worked: neither withdrawn nor disputed, and no doubt open about the time itself. Unlawful service
     * was worked all the same.
     */
    boolean counts() {
        boolean doubtful = resolution == null
                && flags.stream()
                        .anyMatch(flag -> flag.blocking() && !flag.code().equals(RecordFlag.UNLAWFUL));
        return !doubtful && (status == RecordStatus.RECORDED || status == RecordStatus.CONFIRMED);
    }

    /** Why the practice was unlawful, as codes; empty when it was lawful or a second person has accepted it. */
    public List<String> unlawfulReasons() {
        return resolution != null && resolution.outcome() == Outcome.ACCEPTED
                ? List.of()
                : flags.stream()
                        .filter(flag -> flag.code().equals(RecordFlag.UNLAWFUL))
                        .map(flag -> flag.args().getFirst())
                        .toList();
    }

    /**
     * Why {@code by} cannot confirm it; empty when nothing stands in the way.
     *
     * @param ownMemberId the confirmer as a member of staff; null when none
     * @param expectedVersion the version the confirmer has seen; null when not said
     */
    Optional<String> confirmationObstacle(String by, @Nullable UUID ownMemberId, @Nullable Long expectedVersion) {
        if (expectedVersion != null && expectedVersion != version) {
            return Optional.of("changed-meanwhile");
        }
        if (status == RecordStatus.DISPUTED || status == RecordStatus.WITHDRAWN) {
            return Optional.of(status.code());
        }
        if (flagged()) {
            return Optional.of("flagged");
        }
        if (content.memberId().equals(ownMemberId)) {
            return Optional.of("own-service");
        }
        boolean resolvedIt = resolution != null && resolution.by().equals(by);
        return hands.recordedBy().equals(by) || resolvedIt ? Optional.of("four-eyes") : Optional.empty();
    }

    /** The host says it was so. */
    ServiceRecord confirmed(String by) {
        return with(RecordStatus.CONFIRMED, null, hands.confirming(by), resolution);
    }

    /** Somebody concerned says it was not so; a resolution or a correction settles it. */
    ServiceRecord disputed(String by, String why) {
        if (status == RecordStatus.DISPUTED) {
            throw Refusal.conflict("service-record.disputed-already");
        }
        if (status == RecordStatus.WITHDRAWN) {
            throw Refusal.conflict("service-record.withdrawn");
        }
        return with(RecordStatus.DISPUTED, why, hands.disputing(by), null);
    }

    /**
     * A second person settles what is open: flags, a dispute, or both.
     *
     * @param ownMemberId the resolver as a member of staff; null when none
     */
    ServiceRecord resolved(Resolution by, @Nullable UUID ownMemberId) {
        if (!flagged() && status != RecordStatus.DISPUTED) {
            throw Refusal.conflict("service-record.nothing-open");
        }
        if (content.memberId().equals(ownMemberId)) {
            throw Refusal.forbidden("service-record.own-service");
        }
        if (by.by().equals(hands.recordedBy()) || by.by().equals(hands.disputedBy())) {
            throw Refusal.forbidden("service-record.resolution-four-eyes", by.by());
        }
        return with(
                by.outcome() == Outcome.ACCEPTED ? RecordStatus.RECORDED : RecordStatus.WITHDRAWN,
                null,
                hands.reopened(),
                by);
    }

    private ServiceRecord with(
            RecordStatus next, @Nullable String why, Hands nextHands, @Nullable Resolution nextResolution) {
        return new ServiceRecord(
                id, association, version + 1, sourceId, content, night, flags, next, why, nextHands, nextResolution);
    }
}
