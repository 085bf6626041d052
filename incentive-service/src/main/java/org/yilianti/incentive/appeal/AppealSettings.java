package org.yilianti.incentive.appeal;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How appeals read time.
 *
 * @param zone in which a day ends for the association
 */
@ConfigurationProperties("incentive.appeal")
record AppealSettings(@DefaultValue("Asia/Shanghai") ZoneId zone) {}
