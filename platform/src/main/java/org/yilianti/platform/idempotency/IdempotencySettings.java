package org.yilianti.platform.idempotency;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How bodies are kept until they are served.
 *
 * @param largestBody largest body of a POST that needs a key; endpoints may take less
 */
@ConfigurationProperties("platform.idempotency")
record IdempotencySettings(@DefaultValue("512MB") DataSize largestBody) {}
