package org.yilianti.staff.alert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a list shows; null does not filter.
 *
 * @param status open, acknowledged or settled; null for all that are not settled
 * @param institution code of the institution whose office sees to it
 */
public record AlertFilter(
        @Nullable String kind,
        @Nullable String status,
        @Nullable UUID member,
        @Nullable String institution) {}
