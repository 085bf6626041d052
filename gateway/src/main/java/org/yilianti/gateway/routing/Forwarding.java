package org.yilianti.gateway.routing;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sends a call to a replica of its service.
 *
 * <p>A replica whose breaker is open is passed over, for it is not even asked. Beyond that only reads are tried on another
 * replica: whether a write that got no answer had its effect is unknown here, and repeating it is the caller's decision,
 * who has the idempotency key.
 */
class Forwarding implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(Forwarding.class);
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Service service;
    private final Replicas replicas;
    private final CircuitBreakerFactory<?, ?> breakers;

    Forwarding(Service service, Replicas replicas, CircuitBreakerFactory<?, ?> breakers) {
        this.service = service;
        this.replicas = replicas;
        this.breakers = breakers;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) {
        NoAnswer lastFailure = NoAnswer.unavailable(service);
        for (URI replica : replicas.inTurn()) {
            try {
                return ask(replica, request, next);
            } catch (CallNotPermittedException leftAlone) {
                log.debug("{} at {} is left alone", service, replica);
            } catch (NoAnswer failure) {
                log.atWarn()
                        .addKeyValue("service", service.wireName())
                        .addKeyValue("replica", replica)
                        .log("no answer from {} at {}: {}", service.wireName(), replica, failure.getMessage());
                lastFailure = failure;
                if (!READS.contains(request.method()) || !failure.worthAnotherReplica()) {
                    break;
                }
            }
        }
        throw lastFailure.refusal();
    }

    private ServerResponse ask(URI replica, ServerRequest request, HandlerFunction<ServerResponse> next) {
        return breakers.create(replica.toString()).run(() -> send(replica, request, next), Forwarding::rethrow);
    }

    private ServerResponse send(URI replica, ServerRequest request, HandlerFunction<ServerResponse> next) {
        MvcUtils.setRequestUrl(request, replica);
        try {
            return next.handle(request);
        } catch (Exception failure) {
            throw NoAnswer.of(service, failure);
        }
    }

    private static ServerResponse rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
