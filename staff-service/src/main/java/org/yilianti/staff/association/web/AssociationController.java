package org.yilianti.staff.association.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.RequiresAnyRole;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.Association;
import org.yilianti.staff.association.AssociationManagement;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;

/** The caller's association. */
@RestController
@RequestMapping("/v1/association")
class AssociationController {

    private final AssociationManagement management;

    AssociationController(AssociationManagement management) {
        this.management = management;
    }

    /** The association as it is sent. */
    record AssociationRequest(
            @Nullable String code,
            @Nullable String name,
            @Nullable String nameEn) {}

    /** The association as it is shown. */
    record AssociationView(
            UUID id,
            long version,
            String code,
            String name,
            @Nullable String nameEn) {}

    @GetMapping
    @RequiresAnyRole
    ResponseEntity<AssociationView> get(Caller caller) {
        return shown(
                management.find(caller.association()).orElseThrow(() -> Refusal.notFound("association.unregistered")));
    }

    @PutMapping
    @Requires(Role.ASSOCIATION_ADMIN)
    ResponseEntity<AssociationView> revise(
            Caller caller, ExpectedVersion expected, @RequestBody AssociationRequest request) {
        Entry entry = Entry.form("code", request.code(), "name", request.name(), "nameEn", request.nameEn());
        return shown(management.revise(Editor.of(caller, Role.ASSOCIATION_ADMIN), expected, entry));
    }

    private static ResponseEntity<AssociationView> shown(Association association) {
        Association.Details details = association.details();
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(association.version()))
                .body(new AssociationView(
                        association.id(), association.version(), details.code(), details.name(), details.nameEn()));
    }
}
