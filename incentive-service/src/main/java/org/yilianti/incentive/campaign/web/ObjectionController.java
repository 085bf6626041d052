package org.yilianti.incentive.campaign.web;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.campaign.CampaignObjection;
import org.yilianti.incentive.campaign.CampaignObjections;
import org.yilianti.incentive.campaign.ObjectionManagement;
import org.yilianti.incentive.campaign.ObjectionStatus;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Objections against published results. */
@RestController
class ObjectionController {

    private final ObjectionManagement management;
    private final CampaignObjections objections;

    ObjectionController(ObjectionManagement management, CampaignObjections objections) {
        this.management = management;
        this.objections = objections;
    }

    /** By whoever answers for the institution, or by the person who was judged. */
    @PostMapping("/v1/evaluation-campaigns/{id}/objections")
    @Requires({Role.EVALUATOR, Role.HR_OFFICER, Role.STAFF})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ObjectionAnswer> lodge(
            @PathVariable UUID id, @Valid @RequestBody CampaignRequests.ObjectionOrder order, Caller caller) {
        CampaignObjection lodged = management.lodge(caller, id, order.toClaim());
        return ResponseEntity.created(URI.create("/v1/campaign-objections/" + lodged.id()))
                .eTag(ExpectedVersion.etag(lodged.version()))
                .body(ObjectionAnswer.of(lodged));
    }

    @GetMapping("/v1/campaign-objections")
    @Requires({Role.EVALUATOR, Role.HR_OFFICER, Role.AUDITOR})
    Page<ObjectionAnswer> list(
            @RequestParam(required = false) @Nullable UUID campaign,
            @RequestParam(required = false) @Nullable String status,
            PageRequest page,
            Caller caller) {
        return Page.of(
                        objections.list(
                                caller.association(),
                                readable(caller),
                                campaign,
                                CampaignController.known(
                                        status, ObjectionStatus::of, "campaign.objection-status-unknown"),
                                page),
                        page,
                        one -> Cursor.of(one.id()))
                .map(ObjectionAnswer::of);
    }

    /** Also one's own. */
    @GetMapping("/v1/campaign-objections/{id}")
    @Requires({Role.EVALUATOR, Role.HR_OFFICER, Role.AUDITOR, Role.STAFF})
    ResponseEntity<ObjectionAnswer> read(@PathVariable UUID id, Caller caller) {
        return answer(objections
                .find(caller.association(), id, readable(caller), caller.name())
                .orElseThrow(() -> Refusal.notFound("campaign.objection-not-found", id)));
    }

    /** Upholds it with the right score, which makes another edition of the results, or rejects it. */
    @PostMapping("/v1/campaign-objections/{id}/decisions")
    @Requires(Role.EVALUATOR)
    ResponseEntity<ObjectionAnswer> decide(
            @PathVariable UUID id, @Valid @RequestBody CampaignRequests.ObjectionDecision order, Caller caller) {
        if (order.upheld() != (order.rightScore() != null)) {
            throw Refusal.invalid("campaign.right-score").at("/rightScore");
        }
        BigDecimal right = order.rightScore() == null ? null : new BigDecimal(order.rightScore());
        return answer(management.decide(caller, id, right, order.reason()));
    }

    private static ResponseEntity<ObjectionAnswer> answer(CampaignObjection one) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(one.version())).body(ObjectionAnswer.of(one));
    }

    private static InstitutionScope readable(Caller caller) {
        return caller.scope(Role.EVALUATOR, Role.HR_OFFICER, Role.AUDITOR);
    }

    /** An objection as callers see it. */
    record ObjectionAnswer(
            UUID id,
            long version,
            UUID campaignId,
            int edition,
            String subject,
            String component,
            String text,
            String evidence,
            String status,
            String lodgedBy,
            Instant lodgedAt,
            LocalDate dueOn,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable String rightScore) {

        static ObjectionAnswer of(CampaignObjection one) {
            return new ObjectionAnswer(
                    one.id(),
                    one.version(),
                    one.campaign(),
                    one.edition(),
                    one.subject(),
                    one.component().code(),
                    one.text(),
                    one.evidence(),
                    one.status().code(),
                    one.lodgedBy(),
                    one.lodgedAt(),
                    one.due(),
                    one.decidedBy(),
                    one.decidedAt(),
                    one.reason(),
                    CampaignAnswer.plainOrNull(one.rightScore()));
        }
    }
}
