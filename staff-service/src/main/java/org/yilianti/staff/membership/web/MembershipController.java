package org.yilianti.staff.membership.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.membership.Membership;
import org.yilianti.staff.membership.Membership.Ending;
import org.yilianti.staff.membership.MembershipManagement;
import org.yilianti.staff.membership.MembershipRepository;

/** Who belonged to the association from when to when. */
@RestController
@RequestMapping("/v1/institution-memberships")
class MembershipController {

    private static final Map<String, String> SORTABLE = Map.of("joinedOn", "p.joined_on");

    private final MembershipManagement management;
    private final MembershipRepository memberships;

    MembershipController(MembershipManagement management, MembershipRepository memberships) {
        this.management = management;
        this.memberships = memberships;
    }

    /** An institution joins. */
    record JoiningRequest(
            @Nullable String institutionCode,
            @Nullable @Schema(format = "date") String joinedOn,
            @Nullable String reason) {}

    /** An institution leaves; mergedIntoCode names the one as which it goes on, if any. */
    record LeavingRequest(
            @Nullable @Schema(format = "date") String leftOn,
            @Nullable String mergedIntoCode,
            @Nullable String reason) {}

    /** A period as it is shown; leftOn is the first day after it. */
    record MembershipView(
            UUID id,
            long version,
            String institutionCode,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable String ending,
            @Nullable String mergedIntoCode,
            String reason,
            Instant recordedAt,
            String recordedBy) {

        static MembershipView of(Membership membership) {
            Optional<Ending> ending = Optional.ofNullable(membership.ending());
            return new MembershipView(
                    membership.id(),
                    membership.version(),
                    membership.institution().code(),
                    membership.period().from(),
                    membership.period().to(),
                    ending.map(how -> how.how().code()).orElse(null),
                    ending.map(Ending::into).map(InstitutionRef::code).orElse(null),
                    membership.reason(),
                    membership.recordedAt(),
                    membership.recordedBy());
        }
    }

    /** All periods, or those that contain a day; an institution without any has been in the association all along. */
    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR})
    Page<MembershipView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "joinedOn", "p.id");
        var scope = caller.scope(Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR);
        var filter = new MembershipRepository.Filter(institution, asOf);
        var rows = memberships.list(caller.association(), scope, filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(row.period().from(), row.id()))
                .map(MembershipView::of);
    }

    @PostMapping
    @Requires(Role.ASSOCIATION_ADMIN)
    ResponseEntity<MembershipView> join(Caller caller, @RequestBody JoiningRequest request) {
        Entry entry = Entry.form(
                "institutionCode",
                request.institutionCode(),
                "joinedOn",
                request.joinedOn(),
                "reason",
                request.reason());
        Membership begun = management.join(Editor.of(caller, Role.ASSOCIATION_ADMIN), entry);
        return ResponseEntity.created(URI.create("/v1/institution-memberships?institution="
                        + begun.institution().code()))
                .eTag(ExpectedVersion.etag(begun.version()))
                .body(MembershipView.of(begun));
    }

    /** An institution leaves, or is merged into another. */
    @PostMapping("/{id}/endings")
    @Requires(Role.ASSOCIATION_ADMIN)
    ResponseEntity<MembershipView> end(
            Caller caller,
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @RequestBody LeavingRequest request) {
        Entry entry = Entry.form(
                "leftOn", request.leftOn(), "mergedIntoCode", request.mergedIntoCode(), "reason", request.reason());
        Membership ended = management.end(Editor.of(caller, Role.ASSOCIATION_ADMIN), id, expected, entry);
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(ended.version())).body(MembershipView.of(ended));
    }
}
