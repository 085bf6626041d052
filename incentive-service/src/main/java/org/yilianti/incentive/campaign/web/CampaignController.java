package org.yilianti.incentive.campaign.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.campaign.Campaign;
import org.yilianti.incentive.campaign.CampaignJournal;
import org.yilianti.incentive.campaign.CampaignLevel;
import org.yilianti.incentive.campaign.CampaignManagement;
import org.yilianti.incentive.campaign.CampaignStatus;
import org.yilianti.incentive.campaign.Campaigns;
import org.yilianti.incentive.campaign.ResultManagement;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** The life of campaigns. */
@RestController
@RequestMapping("/v1/evaluation-campaigns")
class CampaignController {

    private final CampaignManagement management;
    private final ResultManagement results;
    private final Campaigns campaigns;
    private final CampaignJournal journal;

    CampaignController(
            CampaignManagement management, ResultManagement results, Campaigns campaigns, CampaignJournal journal) {
        this.management = management;
        this.results = results;
        this.campaigns = campaigns;
        this.journal = journal;
    }

    @PostMapping
    @Requires(Role.EVALUATOR)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CampaignAnswer> draft(@Valid @RequestBody CampaignRequests.CampaignOrder order, Caller caller) {
        Campaign drafted = management.draft(caller, order.toOrder());
        return ResponseEntity.created(URI.create("/v1/evaluation-campaigns/" + drafted.id()))
                .eTag(ExpectedVersion.etag(drafted.version()))
                .body(CampaignAnswer.of(drafted, journal.steps(drafted.id())));
    }

    @GetMapping
    @Requires({Role.EVALUATOR, Role.HR_OFFICER, Role.AUDITOR})
    Page<CampaignAnswer> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String level,
            PageRequest page,
            Caller caller) {
        return Page.of(
                        campaigns.list(
                                caller.association(),
                                readable(caller),
                                known(status, CampaignStatus::of, "campaign.status-unknown"),
                                known(level, CampaignLevel::of, "campaign.level-unknown"),
                                page),
                        page,
                        one -> Cursor.of(one.id()))
                .map(one -> CampaignAnswer.of(one, List.of()));
    }

    @GetMapping("/{id}")
    @Requires({Role.EVALUATOR, Role.HR_OFFICER, Role.AUDITOR})
    ResponseEntity<CampaignAnswer> read(@PathVariable UUID id, Caller caller) {
        return answer(campaigns.get(caller.association(), id, readable(caller)));
    }

    /** Gives a draft another plan; its raters are named anew. */
    @PutMapping("/{id}")
    @Requires(Role.EVALUATOR)
    ResponseEntity<CampaignAnswer> revise(
            @PathVariable UUID id,
            @Valid @RequestBody CampaignRequests.CampaignOrder order,
            ExpectedVersion expected,
            Caller caller) {
        return answer(management.revise(caller, id, expected, order.toOrder()));
    }

    @PostMapping("/{id}/openings")
    @Requires(Role.EVALUATOR)
    ResponseEntity<CampaignAnswer> open(@PathVariable UUID id, Caller caller) {
        return answer(management.open(caller, id));
    }

    @PostMapping("/{id}/closings")
    @Requires(Role.EVALUATOR)
    ResponseEntity<CampaignAnswer> close(@PathVariable UUID id, Caller caller) {
        return answer(results.close(caller, id));
    }

    /** A second person agrees with what they read, or sends it back. */
    @PostMapping("/{id}/reviews")
    @Requires(Role.EVALUATOR)
    ResponseEntity<CampaignAnswer> review(
            @PathVariable UUID id, @Valid @RequestBody CampaignRequests.ReviewOrder order, Caller caller) {
        if (!order.approved() && (order.reason() == null || order.reason().isBlank())) {
            throw Refusal.invalid("campaign.reason-missing").at("/reason");
        }
        return answer(
                results.review(caller, id, new ExpectedVersion(order.version()), order.approved(), order.reason()));
    }

    @PostMapping("/{id}/publications")
    @Requires(Role.EVALUATOR)
    ResponseEntity<CampaignAnswer> publish(@PathVariable UUID id, Caller caller) {
        return answer(management.publish(caller, id));
    }

    @PostMapping("/{id}/finalisations")
    @Requires(Role.EVALUATOR)
    ResponseEntity<CampaignAnswer> finalise(@PathVariable UUID id, Caller caller) {
        return answer(results.finalise(caller, id));
    }

    private ResponseEntity<CampaignAnswer> answer(Campaign one) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(one.version()))
                .body(CampaignAnswer.of(one, journal.steps(one.id())));
    }

    /** The value of a filter; null for none. */
    static <T> @Nullable T known(@Nullable String code, Function<String, T> of, String refusal) {
        if (code == null) {
            return null;
        }
        try {
            return of.apply(code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(refusal, code);
        }
    }

    private static InstitutionScope readable(Caller caller) {
        return caller.scope(Role.EVALUATOR, Role.HR_OFFICER, Role.AUDITOR);
    }
}
