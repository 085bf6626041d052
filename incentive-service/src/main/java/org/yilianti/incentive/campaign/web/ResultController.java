package org.yilianti.incentive.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.campaign.Campaign;
import org.yilianti.incentive.campaign.CampaignRates;
import org.yilianti.incentive.campaign.CampaignResults;
import org.yilianti.incentive.campaign.Campaigns;
import org.yilianti.incentive.campaign.MeasureManagement;
import org.yilianti.incentive.campaign.Subject;
import org.yilianti.incentive.campaign.SubjectScore;
import org.yilianti.incentive.evaluation.Evaluation;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/**
 * What came of campaigns: until they are published for those alone who answer for every institution they judge, then for each
 * institution.
 */
@RestController
class ResultController {

    private final Campaigns campaigns;
    private final CampaignResults results;
    private final CampaignRates rates;
    private final MeasureManagement measures;
    private final ProblemFactory texts;

    ResultController(
            Campaigns campaigns,
            CampaignResults results,
            CampaignRates rates,
            MeasureManagement measures,
            ProblemFactory texts) {
        this.campaigns = campaigns;
        this.results = results;
        this.rates = rates;
        this.measures = measures;
        this.texts = texts;
    }

    /** The newest edition, or another one. */
    @GetMapping("/v1/evaluation-campaigns/{id}/results")
    @Requires({Role.EVALUATOR, Role.HR_OFFICER, Role.AUDITOR})
    Page<ResultAnswer> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer edition,
            PageRequest page,
            Caller caller,
            Locale locale) {
        int asked = shown(id, edition, caller);
        return Page.of(results.list(id, asked, readable(caller), page), page, one -> Cursor.of(one.subject()))
                .map(one -> ResultAnswer.of(one, asked, rates.of(id, one.subject()), texts, locale));
    }

    /** The same as a CSV file in UTF-8: a row for each subject and component. */
    @GetMapping("/v1/evaluation-campaigns/{id}/results/export")
    @Requires({Role.EVALUATOR, Role.HR_OFFICER, Role.AUDITOR})
    void export(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer edition,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        int asked = shown(id, edition, caller);
        try (ResultFile file = new ResultFile(response, "campaign-" + id + "-" + asked)) {
            Cursor after = null;
            boolean more = true;
            while (more) {
                PageRequest request = new PageRequest(PageRequest.MAX_LIMIT, after);
                List<SubjectScore> rows = results.list(id, asked, readable(caller), request);
                more = rows.size() > request.limit();
                List<SubjectScore> page = more ? rows.subList(0, request.limit()) : rows;
                page.forEach(one -> file.write(asked, one));
                after = more ? Cursor.of(page.getLast().subject()) : null;
            }
        }
    }

    /** Enters the scores of a final campaign into an open evaluation: of institutions as an indicator's measures, of persons as quality. */
    @PutMapping("/v1/evaluations/{id}/campaign-measures")
    @Requires(Role.EVALUATOR)
    ResponseEntity<EnteredAnswer> enter(
            @PathVariable UUID id,
            @Valid @RequestBody CampaignRequests.EntryOrder order,
            ExpectedVersion expected,
            Caller caller) {
        Evaluation entered =
                measures.enter(caller, new EvaluationId(id), expected, order.campaignId(), order.indicator());
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(entered.version()))
                .body(new EnteredAnswer(id, entered.version()));
    }

    /** The evaluation after it. */
    record EnteredAnswer(UUID evaluationId, long version) {}

    private int shown(UUID id, @Nullable Integer edition, Caller caller) {
        Campaign campaign = campaigns.get(caller.association(), id, readable(caller));
        int newest = campaign.edition();
        boolean all = campaigns.get(caller.association(), id, InstitutionScope.ALL).plan().subjects().stream()
                .map(Subject::institutionCode)
                .allMatch(readable(caller)::permits);
        if (newest == 0 || !(campaign.isPublic() || (all && campaign.hasResults()))) {
            throw Refusal.conflict("campaign.not-published", campaign.status().code());
        }
        if (edition != null && (edition < 1 || edition > newest)) {
            throw Refusal.notFound("campaign.edition-unknown", edition, newest);
        }
        return edition == null ? newest : edition;
    }

    private static InstitutionScope readable(Caller caller) {
        return caller.scope(Role.EVALUATOR, Role.HR_OFFICER, Role.AUDITOR);
    }
}
