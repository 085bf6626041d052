package org.yilianti.rotation.service;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.roster.Duty;

/**
 * Everything the rules look at for the items of one batch, loaded before.
 *
 * @param scope institutions for which the caller may record
 * @param now by this service's clock
 */
record BatchFacts(
        InstitutionScope scope,
        Map<String, UUID> memberIdsByStaffNo,
        Map<UUID, PracticeFacts> people,
        Map<UUID, Institution> institutions,
        Map<String, Institution> institutionsByCode,
        Map<UUID, Duty> duties,
        Instant now,
        ServiceSettings settings) {

    /** The person an entry names, when known. */
    Optional<UUID> member(ServiceEntry entry) {
        return Optional.ofNullable(entry.memberId())
                .or(() -> Optional.ofNullable(entry.staffNo()).map(memberIdsByStaffNo::get))
                .filter(id -> people.getOrDefault(id, PracticeFacts.UNKNOWN).member() != null);
    }

    /** The place an entry names, when known and in scope. */
    Optional<Institution> institution(ServiceEntry entry) {
        return Optional.ofNullable(entry.institutionId())
                .map(institutions::get)
                .or(() -> Optional.ofNullable(entry.institutionCode()).map(institutionsByCode::get))
                .filter(institution -> scope.permits(institution.code()));
    }
}
