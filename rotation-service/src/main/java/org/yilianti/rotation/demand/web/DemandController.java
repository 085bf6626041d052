package org.yilianti.rotation.demand.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.Era;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.demand.DemandManagement;
import org.yilianti.rotation.demand.DutyDemand;
import org.yilianti.rotation.demand.DutyDemands;
import org.yilianti.rotation.directory.Sights;

/** States and shows duty demand. */
@RestController
@RequestMapping("/v1/duty-demands")
class DemandController {

    private final DutyDemands demands;
    private final DemandManagement management;
    private final Sights sights;

    DemandController(DutyDemands demands, DemandManagement management, Sights sights) {
        this.demands = demands;
        this.management = management;
        this.sights = sights;
    }

    @GetMapping
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    Page<DemandResource> list(
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable String month,
            PageRequest page,
            Caller caller) {
        var sight = sights.of(caller, Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN);
        return Page.of(demands.list(sight, institution, month(month), page), page, row -> Cursor.of(row.id()))
                .map(DemandResource::of);
    }

    @PostMapping
    @Requires(Role.SCHEDULER)
    ResponseEntity<DemandResource> state(@Valid @RequestBody DemandRequest request, Caller caller) {
        DutyDemand stated =
                management.state(caller, request.institutionId(), Era.month(request.month()), request.demandShifts());
        return ResponseEntity.created(URI.create("/v1/duty-demands/" + stated.id()))
                .eTag(ExpectedVersion.etag(stated.version()))
                .body(DemandResource.of(stated));
    }

    @GetMapping("/{id}")
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    ResponseEntity<DemandResource> get(@PathVariable UUID id, Caller caller) {
        var sight = sights.of(caller, Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN);
        return answer(demands.find(sight, id).orElseThrow(() -> Refusal.notFound("demand.unknown", id)));
    }

    /** Corrects a demand on which no published plan rests. */
    @PutMapping("/{id}")
    @Requires(Role.SCHEDULER)
    ResponseEntity<DemandResource> restate(
            @PathVariable UUID id,
            @Valid @RequestBody DemandRequest.DemandCorrection correction,
            ExpectedVersion expected,
            Caller caller) {
        return answer(management.restate(caller, id, expected, correction.demandShifts()));
    }

    private static ResponseEntity<DemandResource> answer(DutyDemand demand) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(demand.version())).body(DemandResource.of(demand));
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        return text == null ? null : Era.month(text);
    }
}
