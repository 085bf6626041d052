package org.yilianti.rotation.service.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are worked off.
 *
 * @param maxSize largest file
 * @param poll time between two looks for an import that waits
 * @param abandonedAfter a running import untouched for so long is taken up by another worker
 */
@ConfigurationProperties("rotation.service-imports")
record ImportSettings(
        @DefaultValue("32MB") DataSize maxSize,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("30s") Duration abandonedAfter) {}
