package org.yilianti.rotation.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.policy.Policies;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Members;

/** Keeps everybody's credit for grassroots service up to date with their confirmed records, and announces it (M10, R9). */
@Component
@Transactional
class GrassrootsCreditManagement {

    private final GrassrootsCredits credits;
    private final Members members;
    private final Policies policies;
    private final Outbox outbox;
    private final Clock clock;

    GrassrootsCreditManagement(
            GrassrootsCredits credits, Members members, Policies policies, Outbox outbox, Clock clock) {
        this.credits = credits;
        this.members = members;
        this.policies = policies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Under the members' locks, so that of two confirmations at once the later one counts both. */
    @EventListener
    void serviceChanged(ServiceChanged changed) {
        if (!changed.confirmed()) {
            return;
        }
        UUID association = changed.association();
        Set<UUID> concerned = new TreeSet<>(changed.memberIds());
        members.lock(association, concerned);
        ServiceSettings settings =
                policies.inForce(association, ServiceSettings.class, AssociationZone.dayOf(clock.instant()));
        Map<UUID, GrassrootsCredit> computed = credits.computed(association, concerned, settings).stream()
                .collect(Collectors.toMap(GrassrootsCredit::memberId, Function.identity()));
        Map<UUID, GrassrootsCredit> announced = credits.announced(concerned);
        List<GrassrootsCredit> news = new ArrayList<>();
        for (UUID member : concerned) {
            GrassrootsCredit none = GrassrootsCredit.none(association, member);
            GrassrootsCredit before = announced.getOrDefault(member, none);
            GrassrootsCredit now = computed.getOrDefault(member, none);
            if (!now.sameAs(before)) {
                news.add(now.after(before.version() + 1));
            }
        }
        credits.keep(news);
        outbox.publish(news.stream().map(GrassrootsCreditChanged::of).toList());
    }
}
