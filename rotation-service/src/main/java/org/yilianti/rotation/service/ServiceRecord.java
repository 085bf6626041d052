package org.yilianti.rotation.service;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/**
 * A record of delivered service. Immutable: each verb gives the changed one.
 *
 * @param night whether it counts as night work
 * @param reason why it is disputed; null otherwise
 * @param recordedBy who reported what it says now
 * @param confirmedBy who confirmed that for the host; null while nobody has
 */
public record ServiceRecord(
        UUID id,
        UUID association,
        long version,
        String sourceId,
        ServiceContent content,
        boolean night,
        RecordStatus status,
        @Nullable String reason,
        String recordedBy,
        @Nullable String confirmedBy) {

    static ServiceRecord recorded(UUID association, String sourceId, ServiceContent content, boolean night, String by) {
        return new ServiceRecord(
                Ids.next(), association, 1, sourceId, content, night, RecordStatus.RECORDED, null, by, null);
    }

    /** Says something else from now on; a confirmation or dispute of what it said before is void. */
    ServiceRecord corrected(ServiceContent other, boolean atNight, String by) {
        return new ServiceRecord(
                id, association, version + 1, sourceId, other, atNight, RecordStatus.RECORDED, null, by, null);
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
        if (status == RecordStatus.DISPUTED) {
            return Optional.of("disputed");
        }
        if (content.memberId().equals(ownMemberId)) {
            return Optional.of("own-service");
        }
        return recordedBy.equals(by) ? Optional.of("four-eyes") : Optional.empty();
    }

    /** The host says it was so. */
    ServiceRecord confirmed(String by) {
        return new ServiceRecord(
                id, association, version + 1, sourceId, content, night, RecordStatus.CONFIRMED, null, recordedBy, by);
    }

    /** Somebody concerned says it was not so; a correction settles it. */
    ServiceRecord disputed(String why) {
        if (status == RecordStatus.DISPUTED) {
            throw Refusal.conflict("service-record.disputed-already");
        }
        return new ServiceRecord(
                id,
                association,
                version + 1,
                sourceId,
                content,
                night,
                RecordStatus.DISPUTED,
                why,
                recordedBy,
                confirmedBy);
    }
}
