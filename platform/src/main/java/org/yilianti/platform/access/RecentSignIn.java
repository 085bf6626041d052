package org.yilianti.platform.access;

import java.time.Duration;
import java.util.UUID;

/** Says how long ago a sign-in may be for endpoints with {@link RequiresRecentSignIn}; declared as a bean by services that have some. */
@FunctionalInterface
public interface RecentSignIn {

    /** The longest time since the sign-in that this association accepts now. */
    Duration longestAge(UUID association);
}
