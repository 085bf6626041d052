package org.yilianti.platform.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.yilianti.platform.policy.PolicyController.PolicyView;
import org.yilianti.platform.policy.PolicyController.VersionView;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** Policies and their history as callers read them. */
class PolicyReading {

    private final Policies policies;
    private final PolicyVersions versions;
    private final PolicySettings settings;
    private final MessageSource messages;
    private final Clock clock;

    PolicyReading(
            Policies policies, PolicyVersions versions, PolicySettings settings, MessageSource messages, Clock clock) {
        this.policies = policies;
        this.versions = versions;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    List<PolicyView> all(UUID association, @Nullable LocalDate asOf, Locale locale) {
        return policies.declared().stream()
                .map(policy -> view(policy, association, asOf, null, locale))
                .toList();
    }

    PolicyView one(UUID association, String name, @Nullable LocalDate asOf, @Nullable Instant knownAt, Locale locale) {
        return view(existing(name), association, asOf, knownAt, locale);
    }

    List<PolicyVersion> history(UUID association, String name, PageRequest page) {
        return versions.history(association, existing(name).name(), page);
    }

    VersionView shown(PolicyVersion version) {
        return new VersionView(
                version.id(),
                version.name(),
                version.version(),
                version.validFrom(),
                settings.shown(version.settings()),
                version.reason(),
                version.standing().name().toLowerCase(Locale.ROOT),
                version.proposedAt(),
                version.proposedBy(),
                version.decidedAt(),
                version.decidedBy(),
                version.decisionReason());
    }

    private Policy<?> existing(String name) {
        return policies.named(name).orElseThrow(() -> Refusal.notFound("policy.unknown", name));
    }

    private PolicyView view(
            Policy<?> policy, UUID association, @Nullable LocalDate asOf, @Nullable Instant knownAt, Locale locale) {
        Instant known = knownAt == null ? clock.instant() : knownAt;
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        Optional<PolicyVersion> version = versions.inForce(association, policy.name(), day, known);
        return new PolicyView(
                policy.name(),
                String.valueOf(messages.getMessage("policy." + policy.name(), null, policy.name(), locale)),
                version.map(PolicyVersion::version).orElse(null),
                version.map(PolicyVersion::validFrom).orElse(null),
                version.map(PolicyVersion::settings)
                        .map(settings::shown)
                        .orElseGet(() -> settings.shown(policy.standard())),
                settings.shown(policy.standard()));
    }
}
