package org.yilianti.local.platform;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.yilianti.local.broker.EmbeddedKafka;
import org.yilianti.local.database.EmbeddedDatabase;
import org.yilianti.local.process.Component;

/**
 * All processes of one platform, in the order of their dependence.
 *
 * @param database empty if it is external
 * @param kafka empty if it is external
 * @param applications every replica of the services and of the gateway
 */
record Ensemble(
        Optional<EmbeddedDatabase> database,
        Optional<EmbeddedKafka> kafka,
        Map<Module, List<Application>> applications) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Starts the database and the broker. */
    void startStores(Consumer<String> report) {
        inParallel(Stream.concat(database.stream(), kafka.stream()), component -> start(component, report));
    }

    /** Starts the services and the gateway, which need not wait for each other. */
    void startApplications(Consumer<String> report) {
        inParallel(replicas(), component -> start(component, report));
    }

    /** Stops the gateway, then the services, the broker and the database. */
    void stop(Duration grace) {
        inParallel(applications.getOrDefault(Module.GATEWAY, List.of()).stream(), gateway -> gateway.process()
                .stop(grace));
        inParallel(replicas(), service -> service.process().stop(grace));
        kafka.ifPresent(broker -> broker.process().stop(grace));
        database.ifPresent(server -> server.process().stop(grace));
    }

    Stream<Component> all() {
        return Stream.concat(Stream.concat(database.stream(), kafka.stream()), replicas());
    }

    Stream<Application> replicas() {
        return applications.values().stream().flatMap(Collection::stream);
    }

    /**
     * Returns the component of this name.
     *
     * @throws IllegalArgumentException if there is none, with the names there are
     */
    Component named(String name) {
        return all().filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no process '%s', only %s"
                        .formatted(name, all().map(Component::name).toList())));
    }

    private static void start(Component component, Consumer<String> report) {
        long begin = System.nanoTime();
        component.start();
        report.accept(String.format(
                Locale.ROOT,
                "%-20s ready after %.1f s",
                component.name(),
                (System.nanoTime() - begin) / NANOS_PER_SECOND));
    }

    /** Returns when all is done or the first has failed; what then still runs is ended by whoever closes everything. */
    private static <C extends Component> void inParallel(Stream<C> components, Consumer<C> action) {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        CompletableFuture<?>[] running = components
                .map(component -> CompletableFuture.runAsync(
                        () -> {
                            try {
                                action.accept(component);
                            } catch (RuntimeException e) {
                                failure.completeExceptionally(e);
                            }
                        },
                        Thread::startVirtualThread))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(running), failure).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
