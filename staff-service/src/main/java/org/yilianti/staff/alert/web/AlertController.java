package org.yilianti.staff.alert.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.alert.AlertDirectory;
import org.yilianti.staff.alert.AlertFilter;
import org.yilianti.staff.alert.AlertManagement;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.Sight;

/** What offices must see to, and what concerns a member of staff. */
@RestController
@RequestMapping("/v1/alerts")
class AlertController {

    private static final Map<String, String> SORTABLE = Map.of("dueOn", "a.due_on");

    private final AlertManagement management;
    private final AlertDirectory directory;
    private final AssociationCalendar calendar;
    private final ProblemFactory texts;

    AlertController(
            AlertManagement management, AlertDirectory directory, AssociationCalendar calendar, ProblemFactory texts) {
        this.management = management;
        this.directory = directory;
        this.calendar = calendar;
        this.texts = texts;
    }

    /** An acknowledgement as it is sent. */
    record AcknowledgementRequest(@Nullable String note) {}

    /** Those that are not settled, unless {@code status} asks for others. */
    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.STAFF, Role.INTEGRATION})
    Page<AlertView> list(
            Caller caller,
            PageRequest page,
            Locale locale,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "dueOn", "a.id");
        AlertFilter filter = new AlertFilter(kind, status, member, institution);
        var rows = directory.list(caller.association(), Sight.of(caller, calendar.today()), filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(row.matter().dueOn(), row.id()))
                .map(row -> AlertView.of(row, texts, locale));
    }

    @PostMapping("/{id}/acknowledgements")
    @Requires(Role.HR_OFFICER)
    AlertView acknowledge(
            Caller caller, @PathVariable UUID id, Locale locale, @RequestBody AcknowledgementRequest request) {
        Editor editor = Editor.of(caller, Role.HR_OFFICER);
        return AlertView.of(management.acknowledge(editor, id, Entry.form("note", request.note())), texts, locale);
    }
}
