package org.yilianti.incentive.reward;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rewards and punishments read time.
 *
 * @param zone in which a day ends for the association
 */
@ConfigurationProperties("incentive.reward")
record RewardSettings(@DefaultValue("Asia/Shanghai") ZoneId zone) {

    LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
