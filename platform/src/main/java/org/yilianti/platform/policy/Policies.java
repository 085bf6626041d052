package org.yilianti.platform.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which value of a policy is in force; one indexed read each time, so a batch asks once, or for its timeline.
 *
 * <p>A policy whose type no {@link Policy} bean declares is a mistake of the program: {@link IllegalArgumentException}.
 */
public class Policies {

    private final PolicyVersions versions;
    private final PolicySettings settings;
    private final Clock clock;
    private final Map<Class<?>, Policy<?>> byType;
    private final Map<String, Policy<?>> byName;

    Policies(List<Policy<?>> declared, PolicyVersions versions, PolicySettings settings, Clock clock) {
        this.versions = versions;
        this.settings = settings;
        this.clock = clock;
        this.byType = declared.stream().collect(Collectors.toMap(Policy::type, Function.identity()));
        this.byName = declared.stream().collect(Collectors.toMap(Policy::name, Function.identity()));
    }

    /** The value that holds on {@code day}, as decided by now. */
    public <T extends Record> T inForce(UUID association, Class<T> type, LocalDate day) {
        return inForce(association, type, day, clock.instant());
    }

    /** The value that held on {@code day} as it was known at {@code knownAt}. */
    public <T extends Record> T inForce(UUID association, Class<T> type, LocalDate day, Instant knownAt) {
        Policy<?> policy = declared(type);
        return versions.inForce(association, policy.name(), day, knownAt)
                .map(version -> settings.stored(type, version.settings()))
                .orElseGet(() -> type.cast(policy.standard()));
    }

    /** Every value as known at {@code knownAt}, for whoever asks about many days; one query. */
    public <T extends Record> PolicyTimeline<T> timeline(UUID association, Class<T> type, Instant knownAt) {
        Policy<?> policy = declared(type);
        return new PolicyTimeline<>(
                type.cast(policy.standard()),
                versions.approved(association, policy.name(), knownAt).stream()
                        .map(version -> new PolicyTimeline.Stretch<>(
                                version.validFrom(), settings.stored(type, version.settings())))
                        .toList());
    }

    private Policy<?> declared(Class<?> type) {
        return Optional.<Policy<?>>ofNullable(byType.get(type))
                .orElseThrow(() -> new IllegalArgumentException("no policy is declared for " + type));
    }

    /** All declared policies by name. */
    List<Policy<?>> declared() {
        return byName.values().stream()
                .sorted(Comparator.comparing(Policy::name))
                .toList();
    }

    Optional<Policy<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
