package org.yilianti.rotation.service.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.InEra;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.service.AttendanceManagement;
import org.yilianti.rotation.service.CheckIn;
import org.yilianti.rotation.service.CheckIns;
import org.yilianti.rotation.service.ServiceKind;

/** Checks people in and out, by the site or by themselves. */
@RestController
@RequestMapping("/v1/check-ins")
class CheckInController {

    private static final Role[] READERS = {Role.HR_OFFICER, Role.INTEGRATION, Role.AUDITOR, Role.ASSOCIATION_ADMIN};

    private final CheckIns checkIns;
    private final AttendanceManagement management;
    private final Sights sights;
    private final ProblemFactory texts;

    CheckInController(CheckIns checkIns, AttendanceManagement management, Sights sights, ProblemFactory texts) {
        this.checkIns = checkIns;
        this.management = management;
        this.sights = sights;
        this.texts = texts;
    }

    /**
     * Who comes where.
     *
     * @param memberId the caller themselves when absent
     * @param at by the site's clock; now when absent
     */
    record ArrivalRequest(
            @Nullable UUID memberId,
            @NotNull UUID institutionId,
            @Nullable UUID dutyId,
            @NotNull String kind,
            @InEra @Nullable Instant at) {}

    /** When somebody left; now when absent. */
    record DepartureRequest(@InEra @Nullable Instant at) {}

    /** Somebody's presence. */
    record CheckInResource(
            UUID id,
            long version,
            UUID memberId,
            UUID institutionId,
            @Nullable UUID dutyId,
            ServiceKind kind,
            Instant cameAt,
            @Nullable Instant leftAt,
            @Nullable UUID recordId) {

        private static CheckInResource of(CheckIn one) {
            return new CheckInResource(
                    one.id(),
                    one.version(),
                    one.memberId(),
                    one.institutionId(),
                    one.dutyId(),
                    one.kind(),
                    one.cameAt(),
                    one.leftAt(),
                    one.recordId());
        }
    }

    /** @param open only those still present */
    @GetMapping
    @Requires({Role.HR_OFFICER, Role.INTEGRATION, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    Page<CheckInResource> list(
            @RequestParam @Nullable UUID institution,
            @RequestParam(defaultValue = "false") boolean open,
            PageRequest page,
            Caller caller) {
        return Page.of(
                        checkIns.list(sights.of(caller, READERS), institution, open, page),
                        page,
                        row -> Cursor.of(row.id()))
                .map(CheckInResource::of);
    }

    @PostMapping
    @Requires({Role.HR_OFFICER, Role.INTEGRATION, Role.STAFF})
    ResponseEntity<CheckInResource> arrive(@Valid @RequestBody ArrivalRequest request, Caller caller) {
        ServiceKind kind = ServiceKind.ofCode(request.kind())
                .orElseThrow(() -> Refusal.invalid("service-record.unknown-kind", request.kind())
                        .at("/kind"));
        CheckIn arrived = management.arrive(
                caller, request.memberId(), request.institutionId(), request.dutyId(), kind, request.at());
        return ResponseEntity.created(URI.create("/v1/check-ins"))
                .eTag(ExpectedVersion.etag(arrived.version()))
                .body(CheckInResource.of(arrived));
    }

    /** The record of service that leaving made, as one result. */
    @PostMapping("/{id}/check-outs")
    @Requires({Role.HR_OFFICER, Role.INTEGRATION, Role.STAFF})
    ResultsResource leave(
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody DepartureRequest request,
            Locale locale,
            Caller caller) {
        return ResultsResource.of(List.of(management.leave(caller, id, expected, request.at())), texts, locale);
    }
}
