package org.yilianti.staff.responsibility.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
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
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.responsibility.ResponsibilityGaps;
import org.yilianti.staff.responsibility.ResponsibilityManagement;
import org.yilianti.staff.responsibility.Responsible;
import org.yilianti.staff.responsibility.ResponsibleRepository;
import org.yilianti.staff.responsibility.Unit;
import org.yilianti.staff.responsibility.UnitRepository;
import org.yilianti.staff.responsibility.web.ResponsibilityViews.GapView;
import org.yilianti.staff.responsibility.web.ResponsibilityViews.UnitView;

/** Who answers for public health, from the leading group to the person named at each institution. */
@RestController
@RequestMapping("/v1/responsibility-units")
class ResponsibilityController {

    private static final Role[] READERS = {Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR};
    private static final SortOrder BY_CODE = SortOrder.of(null, Map.of("code", "i.code"), "code", "i.id");

    private final ResponsibilityManagement management;
    private final UnitRepository units;
    private final ResponsibleRepository people;
    private final ResponsibilityGaps gaps;
    private final AssociationCalendar calendar;

    ResponsibilityController(
            ResponsibilityManagement management,
            UnitRepository units,
            ResponsibleRepository people,
            ResponsibilityGaps gaps,
            AssociationCalendar calendar) {
        this.management = management;
        this.units = units;
        this.people = people;
        this.gaps = gaps;
        this.calendar = calendar;
    }

    /** A unit as it is sent; a change reads the name only. */
    record UnitRequest(
            @Nullable @Schema(allowableValues = {"leading-group", "management-office", "institution"})
            String level,

            @Nullable UUID parentId,
            @Nullable String institutionCode,
            @Nullable String name,
            @Nullable @Schema(format = "date") String validFrom,
            @Nullable @Schema(format = "date") String validTo) {

        Entry entry() {
            return Entry.form(
                    "level",
                    level,
                    "institutionCode",
                    institutionCode,
                    "name",
                    name,
                    "validFrom",
                    validFrom,
                    "validTo",
                    validTo);
        }
    }

    /** The units that stand on a day, today unless named, each with those who answer for it then. */
    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR})
    Page<UnitView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, Map.of("name", "u.name"), "name", "u.id");
        LocalDate day = Objects.requireNonNullElseGet(asOf, calendar::today);
        var filter = new UnitRepository.Filter(day, level, institution);
        List<Unit> rows = units.list(caller.association(), caller.scope(READERS), filter, order, page);
        List<Responsible> named = people.on(rows.stream().map(Unit::id).toList(), day);
        return Page.of(rows, page, row -> SortOrder.cursor(row.name(), row.id()))
                .map(row -> UnitView.of(row, named));
    }

    /** Institutions for which nobody answers on a day, today unless named. */
    @GetMapping("/gaps")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR})
    Page<GapView> gaps(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        InstitutionScope scope = caller.scope(READERS);
        LocalDate day = Objects.requireNonNullElseGet(asOf, calendar::today);
        return Page.of(
                        gaps.list(caller.association(), scope, day, BY_CODE, page),
                        page,
                        row -> SortOrder.cursor(row.code(), row.institution()))
                .map(GapView::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR})
    ResponseEntity<UnitView> get(Caller caller, @PathVariable UUID id) {
        return shown(
                ResponseEntity.ok(),
                units.find(caller.association(), caller.scope(READERS), id)
                        .orElseThrow(() -> Refusal.notFound("responsibility.unknown", id)));
    }

    @PostMapping
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<UnitView> establish(Caller caller, @RequestBody UnitRequest request) {
        Unit unit = management.establish(editor(caller), request.parentId(), request.entry());
        return shown(ResponseEntity.created(URI.create("/v1/responsibility-units/" + unit.id())), unit);
    }

    @PutMapping("/{id}")
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<UnitView> rename(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody UnitRequest request) {
        return shown(ResponseEntity.ok(), management.rename(editor(caller), id, expected, request.entry()));
    }

    @PostMapping("/{id}/dissolutions")
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<UnitView> dissolve(
            Caller caller,
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @RequestBody ResponsibilityEndRequest request) {
        return shown(ResponseEntity.ok(), management.dissolve(editor(caller), id, expected, request.entry()));
    }

    private ResponseEntity<UnitView> shown(ResponseEntity.BodyBuilder answer, Unit unit) {
        return answer.eTag(ExpectedVersion.etag(unit.version()))
                .body(UnitView.of(unit, people.on(List.of(unit.id()), calendar.today())));
    }

    private static Editor editor(Caller caller) {
        return Editor.of(caller, Role.HR_OFFICER, Role.ASSOCIATION_ADMIN);
    }
}
