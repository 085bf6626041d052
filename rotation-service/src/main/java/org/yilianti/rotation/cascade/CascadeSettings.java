package org.yilianti.rotation.cascade;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the calendar is followed.
 *
 * @param poll time between two looks at what is due
 * @param batch agreements taken in one transaction
 */
@ConfigurationProperties("rotation.cascade")
record CascadeSettings(
        @DefaultValue("1m") Duration poll,
        @DefaultValue("200") int batch) {}
