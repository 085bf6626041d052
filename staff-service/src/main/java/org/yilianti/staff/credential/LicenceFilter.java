package org.yilianti.staff.credential;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which licences a list shows; null does not filter.
 *
 * @param expiringWithinDays valid today, but not after so many days
 */
public record LicenceFilter(
        @Nullable UUID member,
        @Nullable String number,
        @Nullable String status,
        @Nullable Integer expiringWithinDays) {

    public static final LicenceFilter NONE = new LicenceFilter(null, null, null, null);
}
