package org.yilianti.incentive.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How campaigns read time.
 *
 * @param zone in which a day ends for the association
 */
@ConfigurationProperties("incentive.campaign")
record CampaignSettings(@DefaultValue("Asia/Shanghai") ZoneId zone) {

    LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
