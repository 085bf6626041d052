package org.yilianti.gateway.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one caller may ask.
 *
 * @param body the largest request body
 * @param importBody the largest file of an import
 * @param calls calls of one account or client, on this replica
 * @param signIns attempts to sign in or to get a token from one address, on this replica
 */
@ConfigurationProperties("gateway.limits")
record LimitSettings(
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("512MB") DataSize importBody,
        @DefaultValue Calls calls,
        @DefaultValue SignIns signIns) {

    /** {@code burst} at once, then {@code refill} in every {@code period}. */
    record Calls(
            @DefaultValue("2000") long burst,
            @DefaultValue("500") long refill,
            @DefaultValue("1s") Duration period) {}

    /** As for calls; low enough that guessing passwords over many names is slow. */
    record SignIns(
            @DefaultValue("200") long burst,
            @DefaultValue("20") long refill,
            @DefaultValue("1s") Duration period) {}
}
