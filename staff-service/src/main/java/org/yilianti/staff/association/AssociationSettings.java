package org.yilianti.staff.association;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where associations live.
 *
 * @param zone whose midnight begins a day
 */
@ConfigurationProperties("staff.association")
record AssociationSettings(@DefaultValue("Asia/Shanghai") ZoneId zone) {}
