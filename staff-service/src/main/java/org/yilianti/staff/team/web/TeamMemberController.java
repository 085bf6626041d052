package org.yilianti.staff.team.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.team.ReadinessManagement;
import org.yilianti.staff.team.TeamMember;
import org.yilianti.staff.team.TeamMemberManagement;
import org.yilianti.staff.team.TeamMemberRepository;
import org.yilianti.staff.team.TeamReport;
import org.yilianti.staff.team.web.TeamViews.TeamMemberView;

/** Who serves in emergency teams, and how ready they are. */
@RestController
@RequestMapping("/v1/emergency-team-members")
class TeamMemberController {

    private static final Map<String, String> SORTABLE = Map.of("since", "s.since");

    private final TeamMemberManagement management;
    private final ReadinessManagement readiness;
    private final TeamMemberRepository services;
    private final TeamReport report;
    private final AssociationCalendar calendar;

    TeamMemberController(
            TeamMemberManagement management,
            ReadinessManagement readiness,
            TeamMemberRepository services,
            TeamReport report,
            AssociationCalendar calendar) {
        this.management = management;
        this.readiness = readiness;
        this.services = services;
        this.report = report;
        this.calendar = calendar;
    }

    /** Somebody's service as it is sent; team and member are read once. */
    record TeamMemberRequest(
            @Nullable UUID teamId,
            @Nullable UUID memberId,

            @Nullable @Schema(allowableValues = {"leader", "deputy", "member", "reserve"})
            String duty,

            @Nullable List<String> skills) {

        int count() {
            return skills == null ? 0 : skills.size();
        }

        Entry entry() {
            List<@Nullable Object> form = new ArrayList<>();
            form.addAll(Arrays.asList("duty", duty));
            for (int i = 0; skills != null && i < skills.size(); i++) {
                form.addAll(Arrays.asList("skills/" + i, skills.get(i)));
            }
            return Entry.form(form.toArray());
        }
    }

    /** How soon somebody can be there after a call. */
    record DeclarationRequest(
            @Nullable Boolean ready, @Nullable BigDecimal minutes) {}

    /** Nothing needs to be said to verify. */
    record VerificationRequest() {}

    /** Why somebody leaves. */
    record DepartureRequest(@Nullable String reason) {}

    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR, Role.STAFF})
    Page<TeamMemberView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable UUID team,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable String duty,
            @RequestParam(required = false, defaultValue = "false") boolean departed,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "since", "s.id");
        var filter = new TeamMemberRepository.Filter(team, member, duty, departed);
        var rows = services.list(caller.association(), Sight.of(caller, calendar.today()), filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(row.since(), row.id()))
                .map(this::view);
    }

    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<TeamMemberView> begin(Caller caller, @RequestBody TeamMemberRequest request) {
        UUID team = request.teamId();
        UUID member = request.memberId();
        if (team == null || member == null) {
            throw Refusal.invalid("required").at(team == null ? "/teamId" : "/memberId");
        }
        TeamMember begun = management.begin(
                Editor.of(caller, Role.HR_OFFICER), team, new MemberId(member), request.entry(), request.count());
        return shown(ResponseEntity.created(URI.create("/v1/emergency-team-members?team=" + team)), begun);
    }

    @PutMapping("/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<TeamMemberView> revise(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody TeamMemberRequest request) {
        Editor editor = Editor.of(caller, Role.HR_OFFICER);
        return shown(ResponseEntity.ok(), management.revise(editor, id, expected, request.entry(), request.count()));
    }

    /** Declares how soon somebody can be there: the office, or they themselves. */
    @PostMapping("/{id}/declarations")
    @Requires({Role.HR_OFFICER, Role.STAFF})
    ResponseEntity<TeamMemberView> declare(
            Caller caller, @PathVariable UUID id, @RequestBody DeclarationRequest request) {
        Sight who = new Sight(
                caller.scope(Role.HR_OFFICER), caller.has(Role.STAFF) ? caller.staffNo() : null, calendar.today());
        Entry entry = Entry.form("ready", request.ready(), "minutes", request.minutes());
        return shown(ResponseEntity.ok(), readiness.declare(Editor.of(caller, Role.HR_OFFICER), who, id, entry));
    }

    /** Confirms what was declared; never by who declared it. */
    @PostMapping("/{id}/verifications")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<TeamMemberView> verify(
            Caller caller, @PathVariable UUID id, @RequestBody VerificationRequest request) {
        return shown(ResponseEntity.ok(), readiness.verify(Editor.of(caller, Role.HR_OFFICER), id));
    }

    @PostMapping("/{id}/departures")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<TeamMemberView> depart(Caller caller, @PathVariable UUID id, @RequestBody DepartureRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        return shown(ResponseEntity.ok(), management.depart(Editor.of(caller, Role.HR_OFFICER), id, entry));
    }

    private TeamMemberView view(TeamMember service) {
        return TeamMemberView.of(service, report.reliance(service));
    }

    private ResponseEntity<TeamMemberView> shown(ResponseEntity.BodyBuilder answer, TeamMember service) {
        return answer.eTag(ExpectedVersion.etag(service.version())).body(view(service));
    }
}
