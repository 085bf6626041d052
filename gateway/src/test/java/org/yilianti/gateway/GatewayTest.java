package org.yilianti.gateway;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one gateway of this JVM, which is expensive to start; those that need other settings start their own. */
final class GatewayTest implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        shared(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shared.class;
    }

    @Override
    public Shared resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared(context);
    }

    private static Shared shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent("gateway", key -> new Shared(), Shared.class);
    }

    /** A gateway with a service of each kind behind it. */
    static final class Shared implements AutoCloseable {

        final UpstreamService staff = new UpstreamService("staff");
        final UpstreamService rotation = new UpstreamService("rotation");
        final UpstreamService incentive = new UpstreamService("incentive");
        final RunningGateway gateway = RunningGateway.start(
                RunningGateway.newSchema(),
                Map.of(
                        "gateway.routing.staff-uris", staff.uri().toString(),
                        "gateway.routing.rotation-uris", rotation.uri().toString(),
                        "gateway.routing.incentive-uris", incentive.uri().toString()));

        private final Map<String, String> tokens = new ConcurrentHashMap<>();

        /** A token of a sample account, renewed when it is no longer fresh. */
        String token(String name) {
            return tokens.compute(
                    name, (person, kept) -> kept != null && fresh(kept) ? kept : caller().personToken(person));
        }

        private static boolean fresh(String token) {
            return Instant.now().plusSeconds(120).getEpochSecond()
                    < Caller.part(token, 1).get("exp").asLong();
        }

        Caller caller() {
            return new Caller(gateway.uri());
        }

        @Override
        public void close() {
            gateway.close();
            staff.close();
            rotation.close();
            incentive.close();
        }
    }
}
