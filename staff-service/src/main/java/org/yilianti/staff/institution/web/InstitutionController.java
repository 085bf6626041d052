package org.yilianti.staff.institution.web;

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
import org.yilianti.platform.access.RequiresAnyRole;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Editor;
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

    InstitutionController(InstitutionManagement management, InstitutionDirectory directory) {
        this.management = management;
        this.directory = directory;
    }

    @GetMapping
    @RequiresAnyRole
    Page<InstitutionView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "code", "i.id");
        var rows = directory.list(
                caller.association(), caller.scope(Role.values()), new InstitutionFilter(tier, q), order, page);
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
