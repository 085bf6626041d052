package org.yilianti.rotation.roster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.time.DatePeriod;

/** Where exceptions of single people from the association's limits come from. */
public interface LimitExceptions {

    /** Those in force on any of these days (which must end), by member and first day; one query. */
    Map<UUID, List<LimitException>> inForce(UUID association, Collection<UUID> memberIds, DatePeriod days);
}
