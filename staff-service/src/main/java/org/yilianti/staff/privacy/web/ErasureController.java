package org.yilianti.staff.privacy.web;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.privacy.Erasure;
import org.yilianti.staff.privacy.ErasureManagement;
import org.yilianti.staff.privacy.ErasureRepository;

/** Cases of personal data to be erased: one person proposes, another decides. */
@RestController
class ErasureController {

    private final ErasureManagement management;
    private final ErasureRepository erasures;
    private final AssociationCalendar calendar;
    private final ProblemFactory texts;

    ErasureController(
            ErasureManagement management,
            ErasureRepository erasures,
            AssociationCalendar calendar,
            ProblemFactory texts) {
        this.management = management;
        this.erasures = erasures;
        this.calendar = calendar;
        this.texts = texts;
    }

    /** Why. */
    record StepRequest(@Nullable String reason) {

        Entry entry() {
            return Entry.form("reason", reason);
        }
    }

    @PostMapping("/v1/members/{id}/erasures")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ErasureView> propose(
            Caller caller, Locale locale, @PathVariable UUID id, @RequestBody StepRequest request) {
        Erasure erasure = management.propose(Editor.of(caller, Role.HR_OFFICER), new MemberId(id), request.entry());
        return ResponseEntity.created(URI.create("/v1/erasures/" + erasure.id()))
                .eTag(ExpectedVersion.etag(erasure.version()))
                .body(ErasureView.of(erasure, texts, locale));
    }

    @PostMapping("/v1/erasures/{id}/approvals")
    @Requires(Role.ASSOCIATION_ADMIN)
    ResponseEntity<ErasureView> approve(
            Caller caller,
            Locale locale,
            @PathVariable UUID id,
            ExpectedVersion expected,
            @RequestBody StepRequest request) {
        Editor editor = Editor.of(caller, Role.ASSOCIATION_ADMIN);
        return shown(management.approve(editor, seen(editor, id), expected, request.entry()), locale);
    }

    @PostMapping("/v1/erasures/{id}/refusals")
    @Requires(Role.ASSOCIATION_ADMIN)
    ResponseEntity<ErasureView> refuse(
            Caller caller,
            Locale locale,
            @PathVariable UUID id,
            ExpectedVersion expected,
            @RequestBody StepRequest request) {
        Editor editor = Editor.of(caller, Role.ASSOCIATION_ADMIN);
        return shown(management.refuse(editor, seen(editor, id), expected, request.entry()), locale);
    }

    @GetMapping("/v1/erasures")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.AUDITOR})
    Page<ErasureView> list(
            Caller caller, Locale locale, PageRequest page, @RequestParam(required = false) @Nullable String state) {
        var rows = erasures.list(caller.association(), Sight.of(caller, calendar.today()), state, page);
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(row -> ErasureView.of(row, texts, locale));
    }

    @GetMapping("/v1/erasures/{id}")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.AUDITOR})
    ResponseEntity<ErasureView> get(Caller caller, Locale locale, @PathVariable UUID id) {
        return shown(
                erasures.find(caller.association(), Sight.of(caller, calendar.today()), id)
                        .orElseThrow(() -> Refusal.notFound("erasure.unknown", id)),
                locale);
    }

    private UUID seen(Editor editor, UUID id) {
        return erasures.find(editor.association(), Sight.of(editor.scope(), calendar.today()), id)
                .orElseThrow(() -> Refusal.notFound("erasure.unknown", id))
                .id();
    }

    private ResponseEntity<ErasureView> shown(Erasure erasure, Locale locale) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(erasure.version()))
                .body(ErasureView.of(erasure, texts, locale));
    }
}
