package org.yilianti.gateway.routing;

import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services are and how long to wait for them.
 *
 * @param staffUris one per replica, as all of these: scheme, host and port only
 * @param connectTimeout until a connection stands
 * @param responseTimeout between two packets of an answer
 * @param connections open at once to one replica
 * @param breaker when a replica is left alone
 */
@Validated
@ConfigurationProperties("gateway.routing")
record RoutingSettings(
        @NotEmpty List<URI> staffUris,
        @NotEmpty List<URI> rotationUris,
        @NotEmpty List<URI> incentiveUris,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("30s") Duration responseTimeout,
        @DefaultValue("200") int connections,
        @DefaultValue Breaker breaker) {

    List<URI> uris(Service service) {
        return switch (service) {
            case STAFF -> staffUris;
            case ROTATION -> rotationUris;
            case INCENTIVE -> incentiveUris;
        };
    }

    /**
     * A replica is left alone for {@code pause} when at least half of its last {@code window} calls got no answer.
     *
     * @param leastCalls calls before it is judged at all
     */
    record Breaker(
            @DefaultValue("20") int window,
            @DefaultValue("5") int leastCalls,
            @DefaultValue("5s") Duration pause) {}
}
