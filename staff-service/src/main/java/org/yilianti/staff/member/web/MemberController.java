package org.yilianti.staff.member.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
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
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberFilter;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MemberManagement;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.member.web.MemberView.Warning;

/** People: offices see those of their institutions, a member of staff sees their own record. */
@RestController
@RequestMapping("/v1/members")
class MemberController {

    private static final Map<String, String> SORTABLE = Map.of("staffNo", "m.staff_no", "name", "m.name");

    private final MemberManagement management;
    private final MemberDirectory directory;
    private final AssociationCalendar calendar;
    private final ProblemFactory texts;

    MemberController(
            MemberManagement management,
            MemberDirectory directory,
            AssociationCalendar calendar,
            ProblemFactory texts) {
        this.management = management;
        this.directory = directory;
        this.calendar = calendar;
        this.texts = texts;
    }

    @GetMapping
    @RequiresAnyRole
    Page<MemberView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String staffNo,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "staffNo", "m.id");
        MemberFilter filter = new MemberFilter(institution, category, title, q, staffNo);
        var rows = directory.list(caller.association(), Sight.of(caller, calendar.today()), filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(key(row, order), row.id()))
                .map(MemberView::of);
    }

    @GetMapping("/{id}")
    @RequiresAnyRole
    ResponseEntity<MemberView> get(Caller caller, @PathVariable UUID id) {
        return shown(directory
                .find(caller.association(), Sight.of(caller, calendar.today()), new MemberId(id))
                .orElseThrow(() -> Refusal.notFound("member.unknown", id)));
    }

    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<MemberView> register(Caller caller, Locale locale, @RequestBody MemberRequest request) {
        Member member = management.register(Editor.of(caller, Role.HR_OFFICER), request.entry());
        return ResponseEntity.created(URI.create("/v1/members/" + member.id()))
                .eTag(ExpectedVersion.etag(member.version()))
                .body(MemberView.of(member).with(warnings(member, locale)));
    }

    /** Somebody with this name and birth date is registered; whether it is the same person is for people to say. */
    private List<Warning> warnings(Member member, Locale locale) {
        String code = "member.likely-duplicate";
        return directory.alike(member).stream()
                .limit(1)
                .map(other -> new Warning(code, texts.text(code, null, locale)))
                .toList();
    }

    @PutMapping("/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<MemberView> revise(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody MemberRequest request) {
        Editor editor = Editor.of(caller, Role.HR_OFFICER);
        return shown(management.revise(editor, new MemberId(id), expected, request.entry()));
    }

    private static ResponseEntity<MemberView> shown(Member member) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(member.version())).body(MemberView.of(member));
    }

    private static String key(Member member, SortOrder order) {
        return order.field().equals("name")
                ? member.details().name()
                : member.details().staffNo();
    }
}
