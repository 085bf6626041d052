package org.yilianti.incentive.payscheme.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.payscheme.PayScheme;
import org.yilianti.incentive.payscheme.PaySchemeComparison;
import org.yilianti.incentive.payscheme.PaySchemeId;
import org.yilianti.incentive.payscheme.PaySchemeManagement;
import org.yilianti.incentive.payscheme.PaySchemes;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Drafting, revising, publishing, comparing and exporting pay schemes. */
@RestController
@RequestMapping("/v1/pay-schemes")
class PaySchemeController {

    private final PaySchemeManagement management;
    private final PaySchemes schemes;
    private final PaySchemeComparison comparison;

    PaySchemeController(PaySchemeManagement management, PaySchemes schemes, PaySchemeComparison comparison) {
        this.management = management;
        this.schemes = schemes;
        this.comparison = comparison;
    }

    /** Drafts the next edition of a name, be it written by hand or exported from elsewhere. */
    @PostMapping
    @Requires(Role.PAYROLL_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PaySchemeAnswer> draft(@Valid @RequestBody PaySchemeDocument document, Caller caller) {
        PayScheme scheme = management.draft(caller, document.name(), document.content());
        return ResponseEntity.created(
                        URI.create("/v1/pay-schemes/" + scheme.id().value()))
                .eTag(ExpectedVersion.etag(scheme.version()))
                .body(PaySchemeAnswer.of(scheme));
    }

    @GetMapping
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<PaySchemeAnswer> list(PageRequest page, Caller caller) {
        return Page.of(
                        schemes.list(caller.association(), page),
                        page,
                        one -> Cursor.of(one.id().value()))
                .map(PaySchemeAnswer::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    ResponseEntity<PaySchemeAnswer> read(@PathVariable UUID id, Caller caller) {
        return answer(schemes.get(caller.association(), new PaySchemeId(id)));
    }

    /** The document that drafts the same scheme again, here or in another association. */
    @GetMapping("/{id}/export")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    ResponseEntity<PaySchemeDocument> export(@PathVariable UUID id, Caller caller) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pay-scheme.json\"")
                .body(PaySchemeDocument.of(schemes.get(caller.association(), new PaySchemeId(id))));
    }

    /** What changed from this scheme to another, such as a later edition. */
    @GetMapping("/{id}/differences")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    List<PaySchemeComparison.SettingDifference> differences(
            @PathVariable UUID id, @RequestParam UUID to, Caller caller) {
        return comparison.between(
                schemes.get(caller.association(), new PaySchemeId(id)),
                schemes.get(caller.association(), new PaySchemeId(to)));
    }

    /** Replaces what a draft says; its name stays. */
    @PutMapping("/{id}")
    @Requires(Role.PAYROLL_OFFICER)
    ResponseEntity<PaySchemeAnswer> revise(
            @PathVariable UUID id,
            @Valid @RequestBody PaySchemeDocument document,
            ExpectedVersion expected,
            Caller caller) {
        return answer(management.revise(caller, new PaySchemeId(id), expected, document.content()));
    }

    @PostMapping("/{id}/publications")
    @Requires(Role.PAYROLL_REVIEWER)
    ResponseEntity<PaySchemeAnswer> publish(@PathVariable UUID id, @Nullable ExpectedVersion expected, Caller caller) {
        return answer(management.publish(caller, new PaySchemeId(id), expected));
    }

    @DeleteMapping("/{id}")
    @Requires(Role.PAYROLL_OFFICER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, ExpectedVersion expected, Caller caller) {
        management.discard(caller, new PaySchemeId(id), expected);
    }

    private static ResponseEntity<PaySchemeAnswer> answer(PayScheme scheme) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(scheme.version())).body(PaySchemeAnswer.of(scheme));
    }
}
