package org.yilianti.incentive.scheme.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.scheme.IndicatorScheme;
import org.yilianti.incentive.scheme.IndicatorSchemes;
import org.yilianti.incentive.scheme.SchemeComparison;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.incentive.scheme.SchemeManagement;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Drafting, revising, publishing and reading schemes. */
@RestController
@RequestMapping("/v1/indicator-schemes")
class SchemeController {

    private final SchemeManagement management;
    private final IndicatorSchemes schemes;

    SchemeController(SchemeManagement management, IndicatorSchemes schemes) {
        this.management = management;
        this.schemes = schemes;
    }

    @PostMapping
    @Requires(Role.EVALUATOR)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SchemeAnswer> draft(@Valid @RequestBody SchemeRequest request, Caller caller) {
        IndicatorScheme scheme = management.draft(caller, request.name(), request.toContent());
        return ResponseEntity.created(
                        URI.create("/v1/indicator-schemes/" + scheme.id().value()))
                .eTag(ExpectedVersion.etag(scheme.version()))
                .body(SchemeAnswer.of(scheme));
    }

    @GetMapping
    @Requires({Role.EVALUATOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<SchemeAnswer> list(PageRequest page, Caller caller) {
        return Page.of(
                        schemes.list(caller.association(), page),
                        page,
                        one -> Cursor.of(one.id().value()))
                .map(SchemeAnswer::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.EVALUATOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    ResponseEntity<SchemeAnswer> read(@PathVariable UUID id, Caller caller) {
        return answer(schemes.get(caller.association(), new SchemeId(id)));
    }

    /** What changed from this scheme to another, such as a later edition. */
    @GetMapping("/{id}/differences")
    @Requires({Role.EVALUATOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    List<SchemeComparison.Difference> differences(@PathVariable UUID id, @RequestParam UUID to, Caller caller) {
        return SchemeComparison.between(
                schemes.get(caller.association(), new SchemeId(id)),
                schemes.get(caller.association(), new SchemeId(to)));
    }

    @PutMapping("/{id}/indicators")
    @Requires(Role.EVALUATOR)
    ResponseEntity<SchemeAnswer> revise(
            @PathVariable UUID id,
            @Valid @RequestBody IndicatorsRequest request,
            ExpectedVersion expected,
            Caller caller) {
        return answer(management.revise(caller, new SchemeId(id), expected, request.toContent()));
    }

    /** By another person than its author. */
    @PostMapping("/{id}/publications")
    @Requires(Role.EVALUATOR)
    ResponseEntity<SchemeAnswer> publish(@PathVariable UUID id, @Nullable ExpectedVersion expected, Caller caller) {
        return answer(management.publish(caller, new SchemeId(id), expected));
    }

    private static ResponseEntity<SchemeAnswer> answer(IndicatorScheme scheme) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(scheme.version())).body(SchemeAnswer.of(scheme));
    }
}
