package org.yilianti.rotation.application.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.time.InEra;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.application.Delegation;
import org.yilianti.rotation.application.DelegationManagement;
import org.yilianti.rotation.application.DelegationWish;
import org.yilianti.rotation.application.Delegations;

/** Lends the power to decide on applications, for a period or in somebody's absence. */
@RestController
@RequestMapping("/v1/practice-delegations")
class DelegationController {

    private final Delegations delegations;
    private final DelegationManagement management;

    DelegationController(Delegations delegations, DelegationManagement management) {
        this.delegations = delegations;
        this.management = management;
    }

    /**
     * What is lent.
     *
     * @param institutionCode {@code *} for the whole association
     * @param validTo first day without it
     * @param absent whose place is taken, by order of an administrator; null for the caller's own power
     */
    record DelegationRequest(
            @NotBlank @Size(max = 100) String delegate,
            @Nullable Role role,
            @NotBlank @Size(max = 50) String institutionCode,
            @NotNull @InEra LocalDate validFrom,
            @NotNull @InEra LocalDate validTo,
            @Nullable @Size(max = 100) String absent,
            @Nullable @Size(max = 50) String absentStaffNo,
            @Nullable @Size(max = 200) String reason) {

        private DelegationWish wish() {
            if (!validTo.isAfter(validFrom)) {
                throw Refusal.invalid("period.inverted", validFrom, validTo).at("/validTo");
            }
            return new DelegationWish(
                    delegate,
                    role == null ? Role.REGISTRAR : role,
                    institutionCode,
                    new DatePeriod(validFrom, validTo),
                    absent,
                    absentStaffNo,
                    reason);
        }
    }

    /** A delegation as callers see it. */
    record DelegationResource(
            UUID id,
            long version,
            String delegator,
            String delegate,
            String appointedBy,
            String role,
            String institutionCode,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID parentId,
            @Nullable String reason,
            @Nullable Instant revokedAt) {

        private static DelegationResource of(Delegation one) {
            return new DelegationResource(
                    one.id(),
                    one.version(),
                    one.delegator(),
                    one.delegate(),
                    one.appointedBy(),
                    one.role().claim(),
                    one.institutionCode(),
                    one.period().from(),
                    one.period().to(),
                    one.parentId(),
                    one.reason(),
                    one.revokedAt());
        }
    }

    /** Those the caller has a part in; all of them for administrators and auditors of the whole association. */
    @GetMapping
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.STAFF, Role.ASSOCIATION_ADMIN, Role.AUDITOR})
    Page<DelegationResource> list(PageRequest page, Caller caller) {
        boolean all = caller.scope(Role.ASSOCIATION_ADMIN, Role.AUDITOR).all();
        return Page.of(
                        delegations.list(caller.association(), all ? null : caller.name(), page),
                        page,
                        row -> Cursor.of(row.id()))
                .map(DelegationResource::of);
    }

    @PostMapping
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.STAFF, Role.ASSOCIATION_ADMIN})
    ResponseEntity<DelegationResource> delegate(@Valid @RequestBody DelegationRequest request, Caller caller) {
        Delegation given = management.delegate(caller, request.wish());
        return ResponseEntity.created(URI.create("/v1/practice-delegations/" + given.id()))
                .eTag(ExpectedVersion.etag(given.version()))
                .body(DelegationResource.of(given));
    }

    @PostMapping("/{id}/revocations")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.STAFF, Role.ASSOCIATION_ADMIN})
    ResponseEntity<DelegationResource> revoke(
            @PathVariable UUID id, @Nullable ExpectedVersion expected, Caller caller) {
        Delegation revoked = management.revoke(caller, id, expected);
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(revoked.version())).body(DelegationResource.of(revoked));
    }
}
