package org.yilianti.staff.department.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.department.Department;
import org.yilianti.staff.department.DepartmentDirectory;
import org.yilianti.staff.department.DepartmentManagement;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;

/** Departments: offices and those who plan with them read them, HR offices keep them. */
@RestController
@RequestMapping("/v1/departments")
class DepartmentController {

    private static final Role[] READERS = {
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.SCHEDULER,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.INTEGRATION
    };
    private static final Map<String, String> SORTABLE = Map.of("code", "d.code", "name", "t.name");

    private final DepartmentManagement management;
    private final DepartmentDirectory departments;
    private final AssociationCalendar calendar;

    DepartmentController(
            DepartmentManagement management, DepartmentDirectory departments, AssociationCalendar calendar) {
        this.management = management;
        this.departments = departments;
        this.calendar = calendar;
    }

    /** The first day on which it is closed, and why. */
    record ClosureRequest(
            @Nullable @Schema(format = "date") String validTo,
            @Nullable String reason) {}

    /** The departments open on a day, today unless named. */
    @GetMapping
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.SCHEDULER,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.INTEGRATION
    })
    Page<DepartmentView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "code", "d.id");
        LocalDate day = Objects.requireNonNullElseGet(asOf, calendar::today);
        var filter = new DepartmentDirectory.Filter(day, institution, kind, q);
        var rows = departments.list(caller.association(), caller.scope(READERS), filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(key(row, order, day), row.id()))
                .map(row -> DepartmentView.of(row, day));
    }

    @GetMapping("/{id}")
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.SCHEDULER,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.INTEGRATION
    })
    ResponseEntity<DepartmentView> get(Caller caller, @PathVariable UUID id) {
        return shown(
                ResponseEntity.ok(),
                departments
                        .find(caller.association(), caller.scope(READERS), id)
                        .orElseThrow(() -> Refusal.notFound("department.unknown", id)));
    }

    @PostMapping
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<DepartmentView> open(Caller caller, @RequestBody DepartmentRequest request) {
        Department opened = management.open(editor(caller), request.entry());
        return shown(ResponseEntity.created(URI.create("/v1/departments/" + opened.id())), opened);
    }

    /** What is so from validFrom on: another name, kind, parent or head; what was so before stays known. */
    @PutMapping("/{id}")
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<DepartmentView> change(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody DepartmentRequest request) {
        return shown(ResponseEntity.ok(), management.change(editor(caller), id, expected, request.entry()));
    }

    @PostMapping("/{id}/closures")
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<DepartmentView> close(
            Caller caller,
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @RequestBody ClosureRequest request) {
        Entry entry = Entry.form("validTo", request.validTo(), "reason", request.reason());
        return shown(ResponseEntity.ok(), management.close(editor(caller), id, expected, entry));
    }

    private ResponseEntity<DepartmentView> shown(ResponseEntity.BodyBuilder answer, Department department) {
        return answer.eTag(ExpectedVersion.etag(department.version()))
                .body(DepartmentView.of(department, calendar.today()));
    }

    /** Every department of a list is open on its day. */
    private static String key(Department department, SortOrder order, LocalDate day) {
        return order.field().equals("name") ? department.on(day).orElseThrow().name() : department.code();
    }

    private static Editor editor(Caller caller) {
        return Editor.of(caller, Role.HR_OFFICER, Role.ASSOCIATION_ADMIN);
    }
}
