package org.yilianti.staff.responsibility.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.responsibility.ResponsibilityManagement;
import org.yilianti.staff.responsibility.Responsible;
import org.yilianti.staff.responsibility.web.ResponsibilityViews.ResponsibleView;

/** Naming who answers for a unit, and until when. */
@RestController
@RequestMapping("/v1/responsibility-units/{id}/namings")
class NamingController {

    private final ResponsibilityManagement management;

    NamingController(ResponsibilityManagement management) {
        this.management = management;
    }

    /** Somebody who is to answer for a unit. */
    record NamingRequest(
            @Nullable UUID memberId,

            @Nullable @Schema(allowableValues = {"head", "deputy", "officer"})
            String duty,

            @Nullable Boolean fullTime,
            @Nullable @Schema(format = "date") String validFrom,
            @Nullable @Schema(format = "date") String validTo) {

        Entry entry() {
            return Entry.form("duty", duty, "fullTime", fullTime, "validFrom", validFrom, "validTo", validTo);
        }
    }

    /** Names somebody who answers for the unit. */
    @PostMapping
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<ResponsibleView> name(Caller caller, @PathVariable UUID id, @RequestBody NamingRequest request) {
        UUID member = request.memberId();
        if (member == null) {
            throw Refusal.invalid("required").at("/memberId");
        }
        Responsible named = management.name(editor(caller), id, new MemberId(member), request.entry());
        return shown(ResponseEntity.created(URI.create("/v1/responsibility-units/" + id)), named);
    }

    /** Somebody answers for the unit only until a day. */
    @PostMapping("/{naming}/endings")
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<ResponsibleView> release(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID naming,
            @Nullable ExpectedVersion expected,
            @RequestBody ResponsibilityEndRequest request) {
        return shown(ResponseEntity.ok(), management.release(editor(caller), id, naming, expected, request.entry()));
    }

    private static ResponseEntity<ResponsibleView> shown(ResponseEntity.BodyBuilder answer, Responsible one) {
        return answer.eTag(ExpectedVersion.etag(one.version())).body(ResponsibleView.of(one));
    }

    private static Editor editor(Caller caller) {
        return Editor.of(caller, Role.HR_OFFICER, Role.ASSOCIATION_ADMIN);
    }
}
