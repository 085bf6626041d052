package org.yilianti.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;

import java.util.Arrays;
import java.util.function.Function;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** One route per service for its resources, one for its API document. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private final Function<Service, Forwarding> forwarding;

    Routes(RoutingSettings settings, CircuitBreakerFactory<?, ?> breakers) {
        this.forwarding = service -> new Forwarding(service, new Replicas(settings.uris(service)), breakers);
    }

    @Bean
    RouterFunction<ServerResponse> resources(SessionRelay relay) {
        return Arrays.stream(Service.values())
                .map(service -> route(service.wireName())
                        .route(anyOf(service), http())
                        .filter(forwarding.apply(service))
                        .filter(relay)
                        .build())
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    /** The document is public: it holds no data, and the pages that show it are public too. */
    @Bean
    RouterFunction<ServerResponse> documents(ApiDocument document) {
        return Arrays.stream(Service.values())
                .map(service -> route(service.wireName() + "-document")
                        .route(GET("/v1/api-docs/" + service.wireName()), http())
                        .before(BeforeFilterFunctions.setPath("/v3/api-docs"))
                        .filter(forwarding.apply(service))
                        .after(document)
                        .build())
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    private static RequestPredicate anyOf(Service service) {
        return service.patterns().stream()
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }
}
