package org.yilianti.staff.tenure.web;

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
import org.yilianti.staff.reward.Reward;
import org.yilianti.staff.reward.Rewards;
import org.yilianti.staff.tenure.ResultManagement;
import org.yilianti.staff.tenure.ResultRepository;
import org.yilianti.staff.tenure.Tenure;
import org.yilianti.staff.tenure.TenureDirectory;
import org.yilianti.staff.tenure.TenureManagement;

/** Directors' tenure: selections, targets and results. */
@RestController
@RequestMapping("/v1/director-tenures")
class TenureController {

    private static final Map<String, String> SORTABLE = Map.of("termTo", "t.term_to");

    private final TenureManagement management;
    private final ResultManagement judgement;
    private final TenureDirectory directory;
    private final ResultRepository results;
    private final Rewards rewards;
    private final AssociationCalendar calendar;

    TenureController(
            TenureManagement management,
            ResultManagement judgement,
            TenureDirectory directory,
            ResultRepository results,
            Rewards rewards,
            AssociationCalendar calendar) {
        this.management = management;
        this.judgement = judgement;
        this.directory = directory;
        this.results = results;
        this.rewards = rewards;
        this.calendar = calendar;
    }

    /** Nothing needs to be said to agree. */
    record AgreementRequest() {}

    /** What was reached, by the code of each target; year 0 is the whole term. */
    record TenureResultRequest(
            @Nullable Integer year, @Nullable Map<String, BigDecimal> reached) {

        Entry entry() {
            List<@Nullable Object> form = new ArrayList<>();
            form.addAll(Arrays.asList("year", year));
            if (reached != null) {
                reached.forEach((code, value) -> form.addAll(Arrays.asList("reached/" + code, value)));
            }
            return Entry.form(form.toArray());
        }
    }

    /** Which result is confirmed. */
    record ConfirmationRequest(@Nullable Integer year) {}

    /** When and why a tenure ends before its term. */
    record TenureEndingRequest(
            @Nullable @Schema(format = "date") String endedOn,
            @Nullable String reason) {}

    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR, Role.STAFF})
    Page<TenureView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false, defaultValue = "false") boolean running,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "termTo", "t.id");
        var filter = new TenureDirectory.Filter(member, institution, running);
        var rows = directory.list(caller.association(), sight(caller), filter, order, page);
        return Page.of(
                        rows,
                        page,
                        row -> SortOrder.cursor(String.valueOf(row.term().to()), row.id()))
                .map(row -> TenureView.of(row, null, null));
    }

    @GetMapping("/{id}")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR, Role.STAFF})
    ResponseEntity<TenureView> get(Caller caller, @PathVariable UUID id) {
        return shown(
                ResponseEntity.ok(),
                directory
                        .find(caller.association(), sight(caller), id)
                        .orElseThrow(() -> Refusal.notFound("tenure.unknown", id)));
    }

    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<TenureView> record(Caller caller, @RequestBody TenureRequest request) {
        UUID member = request.memberId();
        if (member == null) {
            throw Refusal.invalid("required").at("/memberId");
        }
        Tenure tenure = management.record(
                Editor.of(caller, Role.HR_OFFICER), new MemberId(member), request.entry(), request.count());
        return shown(ResponseEntity.created(URI.create("/v1/director-tenures/" + tenure.id())), tenure);
    }

    /** Changes the targets while nobody has agreed to them; all else stays. */
    @PutMapping("/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<TenureView> aim(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody TenureRequest request) {
        Editor editor = Editor.of(caller, Role.HR_OFFICER);
        return shown(ResponseEntity.ok(), management.aim(editor, id, expected, request.entry(), request.count()));
    }

    /** Agrees to the targets; never by who set them. */
    @PostMapping("/{id}/agreements")
    @Requires(Role.REGISTRAR)
    ResponseEntity<TenureView> agree(
            Caller caller,
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @RequestBody AgreementRequest request) {
        return shown(ResponseEntity.ok(), management.agree(Editor.of(caller, Role.REGISTRAR), id, expected));
    }

    /** Records what was reached in a year that is over, or in the whole term. */
    @PostMapping("/{id}/results")
    @Requires({Role.HR_OFFICER, Role.EVALUATOR})
    ResponseEntity<TenureView> assess(Caller caller, @PathVariable UUID id, @RequestBody TenureResultRequest request) {
        Editor editor = Editor.of(caller, Role.HR_OFFICER, Role.EVALUATOR);
        return shown(ResponseEntity.ok(), judgement.assess(editor, id, request.entry()));
    }

    /** Confirms a result; never by who recorded it. */
    @PostMapping("/{id}/confirmations")
    @Requires(Role.REGISTRAR)
    ResponseEntity<TenureView> confirm(Caller caller, @PathVariable UUID id, @RequestBody ConfirmationRequest request) {
        Entry entry = Entry.form("year", request.year());
        return shown(ResponseEntity.ok(), judgement.confirm(Editor.of(caller, Role.REGISTRAR), id, entry));
    }

    @PostMapping("/{id}/endings")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<TenureView> end(Caller caller, @PathVariable UUID id, @RequestBody TenureEndingRequest request) {
        Entry entry = Entry.form("endedOn", request.endedOn(), "reason", request.reason());
        return shown(ResponseEntity.ok(), management.end(Editor.of(caller, Role.HR_OFFICER), id, entry));
    }

    private Sight sight(Caller caller) {
        return Sight.of(caller, calendar.today());
    }

    private ResponseEntity<TenureView> shown(ResponseEntity.BodyBuilder answer, Tenure tenure) {
        List<Reward> earned = rewards.within(
                tenure.association(),
                tenure.member(),
                tenure.institution().id().value(),
                tenure.term().from(),
                tenure.over());
        return answer.eTag(ExpectedVersion.etag(tenure.version()))
                .body(TenureView.of(tenure, results.of(tenure.id()), earned));
    }
}
