package org.yilianti.staff.team.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.media.Schema;
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
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.team.EmergencyTeam;
import org.yilianti.staff.team.TeamFinding;
import org.yilianti.staff.team.TeamManagement;
import org.yilianti.staff.team.TeamReport;
import org.yilianti.staff.team.TeamRepository;
import org.yilianti.staff.team.web.TeamViews.TeamView;

/** Emergency teams and what they lack. */
@RestController
@RequestMapping("/v1/emergency-teams")
class TeamController {

    private static final Map<String, String> SORTABLE = Map.of("name", "t.name", "termTo", "t.term_to");

    private final TeamManagement management;
    private final TeamRepository teams;
    private final TeamReport report;

    TeamController(TeamManagement management, TeamRepository teams, TeamReport report) {
        this.management = management;
        this.teams = teams;
        this.report = report;
    }

    /** How many must have a skill. */
    record SkillNeedRequest(
            @Nullable String skill, @Nullable Integer atLeast) {}

    /** A team as it is sent; the institution and the first day of the term are read once. */
    record TeamRequest(
            @Nullable String institutionCode,
            @Nullable String name,
            @Nullable String purpose,
            @Nullable @JsonSetter(contentNulls = Nulls.FAIL) List<SkillNeedRequest> needs,
            @Nullable @Schema(format = "date") String termFrom) {

        int count() {
            return needs == null ? 0 : needs.size();
        }

        Entry entry() {
            List<@Nullable Object> form = new ArrayList<>();
            form.addAll(Arrays.asList("institutionCode", institutionCode, "name", name));
            form.addAll(Arrays.asList("purpose", purpose, "termFrom", termFrom));
            for (int i = 0; needs != null && i < needs.size(); i++) {
                SkillNeedRequest need = needs.get(i);
                form.addAll(Arrays.asList("needs/" + i + "/skill", need.skill()));
                form.addAll(Arrays.asList("needs/" + i + "/atLeast", need.atLeast()));
            }
            return Entry.form(form.toArray());
        }
    }

    /** Nothing needs to be said to decide on the next term. */
    record RenewalRequest() {}

    /** Why a team is dissolved. */
    record DissolutionRequest(@Nullable String reason) {}

    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR})
    Page<TeamView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false, defaultValue = "false") boolean dissolved,
            @RequestParam(required = false) @Nullable String sort) {
        return page(caller, page, new TeamRepository.Filter(institution, purpose, dissolved), sort)
                .map(TeamView::of);
    }

    /** What each team lacks today, rule by rule, team by team. */
    @GetMapping("/findings")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR})
    Page<TeamFinding> findings(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false, defaultValue = "false") boolean unmet) {
        Page<EmergencyTeam> found = page(caller, page, new TeamRepository.Filter(institution, null, false), null);
        List<TeamFinding> findings = report.findings(caller.association(), found.items()).stream()
                .filter(finding -> !unmet || !finding.met())
                .toList();
        return new Page<>(findings, found.next());
    }

    @GetMapping("/{id}")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR})
    ResponseEntity<TeamView> get(Caller caller, @PathVariable UUID id) {
        return shown(
                ResponseEntity.ok(),
                teams.find(caller.association(), scope(caller), id)
                        .orElseThrow(() -> Refusal.notFound("team.unknown", id)));
    }

    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<TeamView> setUp(Caller caller, @RequestBody TeamRequest request) {
        EmergencyTeam team = management.setUp(Editor.of(caller, Role.HR_OFFICER), request.entry(), request.count());
        return shown(ResponseEntity.created(URI.create("/v1/emergency-teams/" + team.id())), team);
    }

    @PutMapping("/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<TeamView> revise(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody TeamRequest request) {
        Editor editor = Editor.of(caller, Role.HR_OFFICER);
        return shown(ResponseEntity.ok(), management.revise(editor, id, expected, request.entry(), request.count()));
    }

    /** Decides on the next term; never by who set the team up. */
    @PostMapping("/{id}/renewals")
    @Requires(Role.REGISTRAR)
    ResponseEntity<TeamView> renew(Caller caller, @PathVariable UUID id, @RequestBody RenewalRequest request) {
        return shown(ResponseEntity.ok(), management.renew(Editor.of(caller, Role.REGISTRAR), id));
    }

    @PostMapping("/{id}/dissolutions")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<TeamView> dissolve(Caller caller, @PathVariable UUID id, @RequestBody DissolutionRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        return shown(ResponseEntity.ok(), management.dissolve(Editor.of(caller, Role.HR_OFFICER), id, entry));
    }

    private Page<EmergencyTeam> page(
            Caller caller, PageRequest page, TeamRepository.Filter filter, @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "name", "t.id");
        var rows = teams.list(caller.association(), scope(caller), filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(key(order, row), row.id()));
    }

    private static String key(SortOrder order, EmergencyTeam team) {
        return order.field().equals("name")
                ? team.details().name()
                : String.valueOf(team.term().to());
    }

    static InstitutionScope scope(Caller caller) {
        return caller.scope(Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR);
    }

    private static ResponseEntity<TeamView> shown(ResponseEntity.BodyBuilder answer, EmergencyTeam team) {
        return answer.eTag(ExpectedVersion.etag(team.version())).body(TeamView.of(team));
    }
}
