package org.yilianti.staff.recruitment.web;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.recruitment.Application;
import org.yilianti.staff.recruitment.ApplicationDirectory;
import org.yilianti.staff.recruitment.ApplicationManagement;
import org.yilianti.staff.recruitment.ScoreManagement;

/** Who applies for what, who may compete, and what they reached. */
@RestController
@RequestMapping("/v1/recruitment-applications")
class ApplicationController {

    private static final Map<String, String> SORTABLE = Map.of("name", ApplicationDirectory.NAME);

    private final ApplicationManagement management;
    private final ScoreManagement scores;
    private final ApplicationDirectory directory;
    private final ProblemFactory texts;

    ApplicationController(
            ApplicationManagement management,
            ScoreManagement scores,
            ApplicationDirectory directory,
            ProblemFactory texts) {
        this.management = management;
        this.scores = scores;
        this.directory = directory;
        this.texts = texts;
    }

    /** Nothing needs to be said to withdraw. */
    record ApplicationWithdrawalRequest() {}

    /** What the office has found; conditions that a rule can judge are judged by it. */
    record EligibilityRequest(
            @Nullable Boolean documentsInOrder,
            @Nullable List<String> grounds,
            @Nullable String note) {

        Entry entry() {
            List<@Nullable Object> form = new ArrayList<>();
            form.addAll(Arrays.asList("documentsInOrder", documentsInOrder, "note", note));
            ApplicationRequest.addGrounds(form, grounds);
            return Entry.form(form.toArray());
        }
    }

    /** Scores as they are sent; a part that is left out has none. */
    record ScoreRequest(
            @Nullable BigDecimal paper, @Nullable BigDecimal interview) {}

    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR})
    Page<ApplicationView> list(
            Caller caller,
            PageRequest page,
            Locale locale,
            @RequestParam(required = false) @Nullable UUID campaign,
            @RequestParam(required = false) @Nullable UUID position,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "name", "a.id");
        var filter = new ApplicationDirectory.Filter(campaign, position, state, q);
        var rows = directory.list(caller.association(), CampaignController.seen(caller), filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(row.candidate().name(), row.id()))
                .map(row -> ApplicationView.of(row, texts, locale));
    }

    @GetMapping("/{id}")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR})
    ResponseEntity<ApplicationView> get(Caller caller, @PathVariable UUID id, Locale locale) {
        return shown(
                ResponseEntity.ok(),
                directory
                        .find(caller.association(), CampaignController.seen(caller), id)
                        .orElseThrow(() -> Refusal.notFound("recruitment.application-unknown", id)),
                locale);
    }

    /** Takes an application of somebody who need not be a member. */
    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ApplicationView> submit(Caller caller, Locale locale, @RequestBody ApplicationRequest request) {
        UUID campaign = request.campaignId();
        UUID position = request.positionId();
        if (campaign == null || position == null) {
            throw Refusal.invalid("required").at(campaign == null ? "/campaignId" : "/positionId");
        }
        int grounds = ApplicationRequest.count(request.grounds());
        Application submitted =
                management.submit(Editor.of(caller, Role.HR_OFFICER), campaign, position, request.entry(), grounds);
        URI location = URI.create("/v1/recruitment-applications/" + submitted.id());
        return shown(ResponseEntity.created(location), submitted, locale);
    }

    @PostMapping("/{id}/withdrawals")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ApplicationView> withdraw(
            Caller caller,
            @PathVariable UUID id,
            ExpectedVersion expected,
            Locale locale,
            @RequestBody ApplicationWithdrawalRequest request) {
        return shown(
                ResponseEntity.ok(), management.withdraw(Editor.of(caller, Role.HR_OFFICER), id, expected), locale);
    }

    /** Decides whether somebody may compete; the answer lists every condition, met or not. */
    @PostMapping("/{id}/eligibility-decisions")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ApplicationView> decide(
            Caller caller,
            @PathVariable UUID id,
            ExpectedVersion expected,
            Locale locale,
            @RequestBody EligibilityRequest request) {
        Editor editor = Editor.of(caller, Role.HR_OFFICER);
        int grounds = ApplicationRequest.count(request.grounds());
        return shown(ResponseEntity.ok(), management.decide(editor, id, expected, request.entry(), grounds), locale);
    }

    /** Sets the scores of one candidate. */
    @PutMapping("/{id}/scores")
    @Requires({Role.HR_OFFICER, Role.EVALUATOR})
    ResponseEntity<ApplicationView> score(
            Caller caller,
            @PathVariable UUID id,
            ExpectedVersion expected,
            Locale locale,
            @RequestBody ScoreRequest request) {
        Entry entry = Entry.form("paper", request.paper(), "interview", request.interview());
        Editor editor = Editor.of(caller, Role.HR_OFFICER, Role.EVALUATOR);
        return shown(ResponseEntity.ok(), scores.score(editor, id, expected, entry), locale);
    }

    private ResponseEntity<ApplicationView> shown(
            ResponseEntity.BodyBuilder answer, Application application, Locale locale) {
        return answer.eTag(ExpectedVersion.etag(application.version()))
                .body(ApplicationView.of(application, texts, locale));
    }
}
