package org.yilianti.incentive.directory;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the directory reads time.
 *
 * @param zone in which a month begins and ends for the association
 */
@ConfigurationProperties("incentive.directory")
record DirectorySettings(@DefaultValue("Asia/Shanghai") ZoneId zone) {}
