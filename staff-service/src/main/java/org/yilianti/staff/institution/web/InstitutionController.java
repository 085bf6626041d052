package org.yilianti.staff.institution.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
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
import org.yilianti.platform.access.RequiresAnyRole;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.FunctionManagement;
import org.yilianti.staff.institution.Institution;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionFilter;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionManagement;
import org.yilianti.staff.listing.SortOrder;

/** Institutions: everybody reads those of their grants, HR offices keep them. */
@RestController
@RequestMapping("/v1/institutions")
class InstitutionController {

    private static final Map<String, String> SORTABLE = Map.of("code", "i.code", "name", "i.name");

    private final InstitutionManagement management;
    private final InstitutionDirectory directory;
    private final FunctionManagement functions;
    private final AssociationCalendar calendar;

    InstitutionController(
            InstitutionManagement management,
            InstitutionDirectory directory,
            FunctionManagement functions,
            AssociationCalendar calendar) {
        this.management = management;
        this.directory = directory;
        this.functions = functions;
        this.calendar = calendar;
    }

    /** All functions of an institution, past and to come. */
    record FunctionsRequest(@Nullable List<@Nullable FunctionRequest> functions) {

        List<Entry> entries() {
            List<@Nullable FunctionRequest> all = functions;
            if (all == null) {
                throw Refusal.invalid("required").at("/functions");
            }
            return all.stream()
                    .map(one -> one == null ? Entry.form() : one.entry())
                    .toList();
        }
    }

    /** One function from one day to another; validTo is the first day on which the institution has it no more. */
    record FunctionRequest(
            @Nullable @Schema(
                    allowableValues = {
                        "regional-centre",
                        "basic-care",
                        "emergency-care",
                        "rehabilitation",
                        "long-term-care",
                        "public-health",
                        "chronic-disease-management",
                        "maternal-and-child-health",
                        "tcm-service",
                        "teaching"
                    })
            String function,

            @Nullable @Schema(format = "date") String validFrom,
            @Nullable @Schema(format = "date") String validTo) {

        Entry entry() {
            return Entry.form("function", function, "validFrom", validFrom, "validTo", validTo);
        }
    }

    @GetMapping
    @RequiresAnyRole
    Page<InstitutionView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String function,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "code", "i.id");
        var rows = directory.list(
                caller.association(),
                caller.scope(Role.values()),
                new InstitutionFilter(tier, q, function, calendar.today()),
                order,
                page);
        return Page.of(rows, page, row -> SortOrder.cursor(key(row, order), row.id()))
                .map(InstitutionView::of);
    }

    @GetMapping("/{id}")
    @RequiresAnyRole
    ResponseEntity<InstitutionView> get(Caller caller, @PathVariable UUID id) {
        return shown(directory
                .find(caller.association(), caller.scope(Role.values()), new InstitutionId(id))
                .orElseThrow(() -> Refusal.notFound("institution.unknown", id)));
    }

    @PostMapping
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<InstitutionView> found(Caller caller, @RequestBody InstitutionRequest request) {
        Institution founded =
                management.found(Editor.of(caller, Role.HR_OFFICER, Role.ASSOCIATION_ADMIN), request.entry());
        return ResponseEntity.created(URI.create("/v1/institutions/" + founded.id()))
                .eTag(ExpectedVersion.etag(founded.version()))
                .body(InstitutionView.of(founded));
    }

    @PutMapping("/{id}")
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<InstitutionView> revise(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody InstitutionRequest request) {
        Editor editor = Editor.of(caller, Role.HR_OFFICER, Role.ASSOCIATION_ADMIN);
        return shown(management.revise(editor, new InstitutionId(id), expected, request.entry()));
    }

    /** Says what an institution is there for, from which day to which, in place of all that was said before. */
    @PutMapping("/{id}/functions")
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<InstitutionView> position(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody FunctionsRequest request) {
        Editor editor = Editor.of(caller, Role.HR_OFFICER, Role.ASSOCIATION_ADMIN);
        return shown(functions.position(editor, new InstitutionId(id), expected, request.entries()));
    }

    private static ResponseEntity<InstitutionView> shown(Institution institution) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(institution.version()))
                .body(InstitutionView.of(institution));
    }

    private static String key(Institution institution, SortOrder order) {
        return order.field().equals("name")
                ? institution.details().name()
                : institution.details().code();
    }
}
