package org.yilianti.platform.idempotency;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How bodies are kept until they are served.
 *
 * @param largestBody largest body of a POST that needs a key; endpoints may take less
 * @param mostSpooled what all bodies too large for memory may take together, in the temporary directory of this process
 */
@ConfigurationProperties("platform.idempotency")
record IdempotencySettings(
        @DefaultValue("512MB") DataSize largestBody,
        @DefaultValue("4GB") DataSize mostSpooled) {}
