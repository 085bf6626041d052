package org.yilianti.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditEntries.Filter;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The trail over HTTP, newest first; an auditor of some institutions sees the rows that concern them. */
@RestController
@RequestMapping("/v1/audit-entries/${platform.service}")
class AuditEntryController {

    private final AuditEntries entries;
    private final ObjectMapper json;
    private final AuditChain chain;

    AuditEntryController(AuditEntries entries, ObjectMapper json, AuditChain chain) {
        this.entries = entries;
        this.json = json;
        this.chain = chain;
    }

    /** A row as auditors read it; detail is the stored JSON. */
    record Entry(
            UUID id,
            Instant occurredAt,
            String actor,
            String action,
            String subjectType,
            String subjectId,
            @Nullable String institutionCode,
            JsonNode detail,
            @Nullable String correlationId) {}

    /** Whether the chain of hashes is whole. */
    record Verification(boolean whole, @Nullable Long firstBreak) {}

    @GetMapping
    @Requires({Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    Page<Entry> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subjectId) {
        InstitutionScope scope = caller.scope(Role.AUDITOR, Role.ASSOCIATION_ADMIN);
        var rows = entries.search(caller.association(), scope, new Filter(actor, action, subjectId), page);
        return Page.of(rows, page, entry -> Cursor.of(entry.sequence())).map(this::shown);
    }

    @GetMapping("/verification")
    @Requires({Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    Verification verification() {
        return chain.firstBreak()
                .map(position -> new Verification(false, position))
                .orElse(new Verification(true, null));
    }

    private Entry shown(AuditEntry entry) {
        return new Entry(
                entry.id(),
                entry.occurredAt(),
                entry.actor(),
                entry.action(),
                entry.subjectType(),
                entry.subjectId(),
                entry.institutionCode(),
                json.readTree(entry.detail()),
                entry.correlationId());
    }
}
