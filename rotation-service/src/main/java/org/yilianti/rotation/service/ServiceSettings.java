package org.yilianti.rotation.service;

import java.time.Duration;
import java.util.Set;

/**
 * What an association may set for its records of service (policy; the values are defaults, G).
 *
 * @param lateAfterDays days after its end from which on a reported service counts as late
 * @param clockToleranceMinutes how far a site's clock may be ahead of this service's before a service lies in the future
 * @param weeklyToleranceMinutes minutes a week by which duties that run over may exceed an agreement's cap without a flag
 * @param longestDayMinutes most minutes of service of one person on one day that are plausible
 * @param grassrootsTiers tiers of institutions at county level or below, where service counts for titles
 * @param grassrootsDayMinutes least confirmed minutes on a day that make it a day of grassroots service
 */
record ServiceSettings(
        int lateAfterDays,
        int clockToleranceMinutes,
        int weeklyToleranceMinutes,
        int longestDayMinutes,
        Set<String> grassrootsTiers,
        int grassrootsDayMinutes) {

    static ServiceSettings standard() {
        return new ServiceSettings(
                7, 10, 60, 16 * 60, Set.of("township-health-centre", "community-health-centre", "village-clinic"), 240);
    }

    Duration lateAfter() {
        return Duration.ofDays(lateAfterDays);
    }

    Duration clockTolerance() {
        return Duration.ofMinutes(clockToleranceMinutes);
    }
}
