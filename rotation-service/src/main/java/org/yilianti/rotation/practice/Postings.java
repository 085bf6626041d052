package org.yilianti.rotation.practice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;

/** Where rotations of months come from; the package programme knows them. */
public interface Postings {

    /** Those approved by both sides, by member; one query. {@code knownAt} null stands for now. */
    Map<UUID, List<PostedDays>> byMember(UUID association, Collection<UUID> memberIds, @Nullable Instant knownAt);

    /** Ids of the members posted to one of the institutions on some day of the period (which must end). */
    List<UUID> memberIdsAt(UUID association, Collection<UUID> institutionIds, DatePeriod period);
}
