package org.yilianti.staff.member.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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
import org.yilianti.platform.web.Page;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Merger;
import org.yilianti.staff.member.MergerManagement;
import org.yilianti.staff.member.Sight;

/** People who were registered twice: who is likely to have been, and one record of two. */
@RestController
@RequestMapping("/v1/members/{id}")
class MergerController {

    private final MergerManagement management;
    private final MemberDirectory directory;
    private final AssociationCalendar calendar;

    MergerController(MergerManagement management, MemberDirectory directory, AssociationCalendar calendar) {
        this.management = management;
        this.directory = directory;
        this.calendar = calendar;
    }

    /** Which record goes on as this one, and why. */
    record MergerRequest(
            @Nullable UUID duplicateId, @Nullable String reason) {}

    /** The trace of a record that goes on as this one. */
    record MergerView(
            UUID duplicateId,
            String staffNo,
            Instant mergedAt,
            String mergedBy,
            @Nullable String reason) {

        static MergerView of(Merger merger) {
            return new MergerView(merger.duplicate(), merger.staffNo(), merger.at(), merger.by(), merger.reason());
        }
    }

    /** Others with the same name and birth date whom the caller may see. */
    @GetMapping("/likely-duplicates")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.AUDITOR})
    Page<MemberView> likelyDuplicates(Caller caller, @PathVariable UUID id) {
        Sight sight = Sight.of(caller, calendar.today());
        List<MemberView> views = directory.alike(seen(caller, id)).stream()
                .flatMap(alike -> directory.find(caller.association(), sight, alike.id()).stream())
                .map(MemberView::of)
                .toList();
        return new Page<>(views, null);
    }

    @GetMapping("/mergers")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.AUDITOR})
    Page<MergerView> list(Caller caller, @PathVariable UUID id) {
        return new Page<>(
                directory.mergers(seen(caller, id)).stream().map(MergerView::of).toList(), null);
    }

    /** Lets the duplicate go on as this record; shows this record. */
    @PostMapping("/mergers")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<MemberView> merge(Caller caller, @PathVariable UUID id, @RequestBody MergerRequest request) {
        UUID duplicate = request.duplicateId();
        if (duplicate == null) {
            throw Refusal.invalid("required").at("/duplicateId");
        }
        Member survivor = management.merge(
                Editor.of(caller, Role.HR_OFFICER),
                new MemberId(id),
                new MemberId(duplicate),
                Entry.form("reason", request.reason()));
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(survivor.version()))
                .body(MemberView.of(survivor));
    }

    private Member seen(Caller caller, UUID id) {
        return directory
                .find(caller.association(), Sight.of(caller, calendar.today()), new MemberId(id))
                .orElseThrow(() -> Refusal.notFound("member.unknown", id));
    }
}
