package org.yilianti.gateway.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How guessing passwords is slowed down.
 *
 * @param failures wrong passwords in a row before a name is locked
 * @param lock how long the first lock lasts; each further failure doubles it
 * @param longestLock where the doubling ends
 */
@ConfigurationProperties("gateway.sign-in")
record SignInSettings(
        @DefaultValue("5") int failures,
        @DefaultValue("1m") Duration lock,
        @DefaultValue("15m") Duration longestLock) {

    /** How long a name is locked after {@code count} failures in a row; zero if not at all. */
    Duration lockAfter(int count) {
        if (count < failures) {
            return Duration.ZERO;
        }
        int doublings = Math.min(count - failures, 20);
        Duration lockedFor = lock.multipliedBy(1L << doublings);
        return lockedFor.compareTo(longestLock) < 0 ? lockedFor : longestLock;
    }
}
