package org.yilianti.staff.training.web;

import java.net.URI;
import java.util.Map;
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
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.training.Programme;
import org.yilianti.staff.training.ProgrammeManagement;
import org.yilianti.staff.training.ProgrammeRepository;

/** Courses: public in the association, recorded by the institution that holds them. */
@RestController
@RequestMapping("/v1/training-programmes")
class ProgrammeController {

    private static final Map<String, String> SORTABLE = Map.of("title", "p.title", "validFrom", "p.valid_from");

    private final ProgrammeManagement management;
    private final ProgrammeRepository programmes;

    ProgrammeController(ProgrammeManagement management, ProgrammeRepository programmes) {
        this.management = management;
        this.programmes = programmes;
    }

    /** Why a temporary course becomes a standing one. */
    record ConversionRequest(@Nullable String reason) {}

    @GetMapping
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.STAFF,
        Role.INTEGRATION
    })
    Page<ProgrammeView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable Boolean standing,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "title", "p.id");
        var filter = new ProgrammeRepository.Filter(kind, institution, standing, q);
        var rows = programmes.list(caller.association(), filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(key(order, row), row.id()))
                .map(ProgrammeView::of);
    }

    @GetMapping("/{id}")
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.STAFF,
        Role.INTEGRATION
    })
    ResponseEntity<ProgrammeView> get(Caller caller, @PathVariable UUID id) {
        return shown(
                ResponseEntity.ok(),
                programmes.find(caller.association(), id).orElseThrow(() -> Refusal.notFound("programme.unknown", id)));
    }

    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ProgrammeView> record(Caller caller, @RequestBody ProgrammeRequest request) {
        Programme recorded = management.record(Editor.of(caller, Role.HR_OFFICER), request.entry());
        return shown(ResponseEntity.created(URI.create("/v1/training-programmes/" + recorded.id())), recorded);
    }

    @PutMapping("/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ProgrammeView> revise(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody ProgrammeRequest request) {
        return shown(
                ResponseEntity.ok(),
                management.revise(Editor.of(caller, Role.HR_OFFICER), id, expected, request.entry()));
    }

    /** Makes a course that has proved itself a standing one; never by who recorded it. */
    @PostMapping("/{id}/conversions")
    @Requires(Role.REGISTRAR)
    ResponseEntity<ProgrammeView> convert(
            Caller caller, @PathVariable UUID id, @RequestBody ConversionRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        return shown(ResponseEntity.ok(), management.convert(Editor.of(caller, Role.REGISTRAR), id, entry));
    }

    private static Object key(SortOrder order, Programme programme) {
        return order.field().equals("title")
                ? programme.details().title()
                : programme.details().valid().from();
    }

    private static ResponseEntity<ProgrammeView> shown(ResponseEntity.BodyBuilder answer, Programme programme) {
        return answer.eTag(ExpectedVersion.etag(programme.version())).body(ProgrammeView.of(programme));
    }
}
