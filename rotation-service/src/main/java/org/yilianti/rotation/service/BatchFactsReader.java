package org.yilianti.rotation.service;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.policy.Policies;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.roster.Duties;

/** Loads what the rules look at, in a number of queries that does not depend on the size of the batch. */
@Component
class BatchFactsReader {

    private final Members members;
    private final Institutions institutions;
    private final LawfulPractice practice;
    private final Duties duties;
    private final Policies policies;
    private final Clock clock;

    BatchFactsReader(
            Members members,
            Institutions institutions,
            LawfulPractice practice,
            Duties duties,
            Policies policies,
            Clock clock) {
        this.members = members;
        this.institutions = institutions;
        this.practice = practice;
        this.duties = duties;
        this.policies = policies;
        this.clock = clock;
    }

    /** Everybody the entries name, by id or by staff number, as far as known. */
    Set<UUID> memberIds(UUID association, List<ServiceEntry> entries) {
        Set<UUID> ids = new HashSet<>(named(entries, ServiceEntry::memberId));
        ids.addAll(members.idsByStaffNo(association, named(entries, ServiceEntry::staffNo))
                .values());
        return ids;
    }

    BatchFacts read(UUID association, InstitutionScope scope, List<ServiceEntry> entries, Set<UUID> memberIds) {
        return new BatchFacts(
                scope,
                members.idsByStaffNo(association, named(entries, ServiceEntry::staffNo)),
                practice.facts(association, memberIds),
                institutions.byId(association, named(entries, ServiceEntry::institutionId)),
                institutions.byCode(association, named(entries, ServiceEntry::institutionCode)),
                duties.inForce(association, named(entries, ServiceEntry::dutyId)),
                clock.instant(),
                policies.inForce(association, ServiceSettings.class, AssociationZone.dayOf(clock.instant())));
    }

    private static <T> Set<T> named(List<ServiceEntry> entries, Function<ServiceEntry, @Nullable T> part) {
        return entries.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
