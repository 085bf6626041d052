package org.yilianti.rotation.incident;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the incidents of one subject come to.
 *
 * @param subjectId the member or host; null for the whole association, as far as the caller sees it
 * @param grave those with severity severe or death
 * @param open those not closed yet
 * @param damageFen of the settled and closed ones
 */
public record IncidentTotal(
        @Nullable UUID subjectId,
        long incidents,
        long grave,
        long open,
        long damageFen,
        long homeFen,
        long hostFen,
        long memberFen) {}
