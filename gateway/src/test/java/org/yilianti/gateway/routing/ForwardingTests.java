package org.yilianti.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigurationProperties;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.yilianti.platform.problem.Refusal;

/** Which replica is asked, and when another one is. */
class ForwardingTests {

    private static final URI DEAD = URI.create("http://127.0.0.1:1");
    private static final URI ALIVE = URI.create("http://127.0.0.1:2");

    private final List<URI> asked = new ArrayList<>();
    private final Forwarding forwarding = forwarding(new RoutingSettings.Breaker(4, 2, Duration.ofMinutes(1)));

    @Test
    void aReplicaThatKeepsRefusingIsLeftAloneEvenByWrites() {
        assertThatThrownBy(() -> send("POST")).isInstanceOf(Refusal.class).hasMessage("upstream.unavailable");
        send("POST");
        assertThatThrownBy(() -> send("POST")).isInstanceOf(Refusal.class);
        asked.clear();

        for (int call = 0; call < 6; call++) {
            send("POST");
        }

        assertThat(asked).hasSize(6).containsOnly(ALIVE);
    }

    @Test
    void aReadWhoseConnectionBreaksGoesToTheNextReplica() {
        ServerResponse answer = forwarding.filter(request("GET"), request -> {
            asked.add(replica(request));
            if (replica(request).equals(DEAD)) {
                throw new SocketException("Connection reset");
            }
            return ServerResponse.ok().build();
        });

        assertThat(answer.statusCode().value()).isEqualTo(200);
        assertThat(asked).containsExactly(DEAD, ALIVE);
    }

    @Test
    void aWriteWhoseConnectionBreaksSaysThatItsEffectIsUnknown() {
        assertThatThrownBy(() -> forwarding.filter(request("POST"), request -> {
                    asked.add(replica(request));
                    throw new SocketException("Connection reset");
                }))
                .isInstanceOf(Refusal.class)
                .hasMessage("upstream.broken");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aBugOfTheGatewayIsNotTakenForAnUnreachableService() {
        assertThatThrownBy(() -> forwarding.filter(request("GET"), request -> {
                    throw new IllegalArgumentException("bug");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ServerResponse send(String method) {
        HandlerFunction<ServerResponse> next = request -> {
            asked.add(replica(request));
            if (replica(request).equals(DEAD)) {
                throw new ConnectException("Connection refused");
            }
            return ServerResponse.ok().build();
        };
        return forwarding.filter(request(method), next);
    }

    private static URI replica(ServerRequest request) {
        return (URI) request.attribute(MvcUtils.GATEWAY_REQUEST_URL_ATTR).orElseThrow();
    }

    private static ServerRequest request(String method) {
        return ServerRequest.create(new MockHttpServletRequest(method, "/v1/members"), List.of());
    }

    private static Forwarding forwarding(RoutingSettings.Breaker breaker) {
        RoutingSettings settings = new RoutingSettings(
                List.of(DEAD, ALIVE),
                List.of(DEAD),
                List.of(DEAD),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1,
                breaker);
        Resilience4JConfigurationProperties properties = new Resilience4JConfigurationProperties();
        properties.setDisableThreadPool(true);
        properties.setDisableTimeLimiter(true);
        Resilience4JCircuitBreakerFactory breakers = new Resilience4JCircuitBreakerFactory(
                CircuitBreakerRegistry.ofDefaults(), TimeLimiterRegistry.ofDefaults(), null, properties);
        new Upstream().breakers(settings).customize(breakers);
        return new Forwarding(Service.STAFF, new Replicas(settings.uris(Service.STAFF)), breakers);
    }
}
