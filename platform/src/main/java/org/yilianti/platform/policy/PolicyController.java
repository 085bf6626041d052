package org.yilianti.platform.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.RequiresAnyRole;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import tools.jackson.databind.JsonNode;

/**
 * The policies of this service over HTTP: rules are public to everybody who is subject to them, and changed by two
 * administrators.
 */
@RestController
@RequestMapping("/v1/policies/${platform.service}")
class PolicyController {

    private final PolicyReading reading;
    private final PolicyManagement management;

    PolicyController(PolicyReading reading, PolicyManagement management) {
        this.reading = reading;
        this.management = management;
    }

    /**
     * A policy with the value in force.
     *
     * @param version the approved version that holds; null for the standard
     * @param validFrom its first day; null for the standard
     */
    record PolicyView(
            String name,
            String title,
            @Nullable Integer version,
            @Nullable LocalDate validFrom,
            JsonNode settings,
            JsonNode standard) {}

    /** A proposal and what became of it. */
    record VersionView(
            UUID id,
            String name,
            @Nullable Integer version,
            LocalDate validFrom,
            JsonNode settings,
            String reason,
            String standing,
            Instant proposedAt,
            String proposedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String decisionReason) {}

    /**
     * What is proposed.
     *
     * @param validFrom first day; may lie in the past when the rule is to hold backwards
     * @param settings the whole value, shaped like the policy's {@code standard}
     */
    record Proposal(
            @NotNull LocalDate validFrom,
            @NotNull JsonNode settings,
            @NotBlank @Size(max = 500) String reason) {}

    /** Why a decision was made. */
    record Decision(@Nullable @Size(max = 500) String reason) {}

    /** Why a proposal is refused. */
    record RefusalReason(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    @RequiresAnyRole
    List<PolicyView> list(Caller caller, @RequestParam(required = false) @Nullable LocalDate asOf, Locale locale) {
        return reading.all(caller.association(), asOf, locale);
    }

    @GetMapping("/{name}")
    @RequiresAnyRole
    PolicyView read(
            Caller caller,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            Locale locale) {
        return reading.one(caller.association(), name, asOf, knownAt, locale);
    }

    @GetMapping("/{name}/versions")
    @RequiresAnyRole
    Page<VersionView> versions(Caller caller, @PathVariable String name, PageRequest page) {
        var rows = reading.history(caller.association(), name, page);
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(reading::shown);
    }

    @PostMapping("/{name}/proposals")
    @Requires(Role.ASSOCIATION_ADMIN)
    ResponseEntity<VersionView> propose(
            Caller caller, @PathVariable String name, @Valid @RequestBody Proposal proposal) {
        caller.require("*", Role.ASSOCIATION_ADMIN);
        PolicyVersion kept =
                management.propose(caller, name, proposal.validFrom(), proposal.settings(), proposal.reason());
        return ResponseEntity.status(HttpStatus.CREATED).body(reading.shown(kept));
    }

    @PostMapping("/proposals/{id}/approvals")
    @Requires(Role.ASSOCIATION_ADMIN)
    VersionView approve(Caller caller, @PathVariable UUID id, @Valid @RequestBody Decision decision) {
        caller.require("*", Role.ASSOCIATION_ADMIN);
        return reading.shown(management.decide(caller, id, true, decision.reason()));
    }

    @PostMapping("/proposals/{id}/refusals")
    @Requires(Role.ASSOCIATION_ADMIN)
    VersionView refuse(Caller caller, @PathVariable UUID id, @Valid @RequestBody RefusalReason refusal) {
        caller.require("*", Role.ASSOCIATION_ADMIN);
        return reading.shown(management.decide(caller, id, false, refusal.reason()));
    }
}
