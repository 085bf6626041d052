package org.yilianti.incentive.campaign.web;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.campaign.Campaigns;
import org.yilianti.incentive.campaign.Rating;
import org.yilianti.incentive.campaign.RatingManagement;
import org.yilianti.incentive.campaign.Ratings;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Who judges in a campaign, and how they do: each sees their own scores, and nobody those of others. */
@RestController
class RatingController {

    private final RatingManagement management;
    private final Ratings ratings;
    private final Campaigns campaigns;

    RatingController(RatingManagement management, Ratings ratings, Campaigns campaigns) {
        this.management = management;
        this.ratings = ratings;
        this.campaigns = campaigns;
    }

    /** Names people who are to judge. */
    @PostMapping("/v1/evaluation-campaigns/{id}/ratings")
    @Requires(Role.EVALUATOR)
    @ResponseStatus(HttpStatus.CREATED)
    Named assign(@PathVariable UUID id, @Valid @RequestBody CampaignRequests.RaterOrder order, Caller caller) {
        return new Named(management.assign(caller, id, order.toAssignments()).stream()
                .map(RatingProgress::of)
                .toList());
    }

    /** Who judges what, and who has: never what they said. */
    @GetMapping("/v1/evaluation-campaigns/{id}/ratings")
    @Requires({Role.EVALUATOR, Role.AUDITOR})
    Page<RatingProgress> list(@PathVariable UUID id, PageRequest page, Caller caller) {
        InstitutionScope scope = caller.scope(Role.EVALUATOR, Role.AUDITOR);
        campaigns.get(caller.association(), id, scope);
        return Page.of(ratings.of(caller.association(), id, scope, page), page, one -> Cursor.of(one.id()))
                .map(RatingProgress::of);
    }

    /** What the caller is to judge in campaigns that are open. */
    @GetMapping("/v1/my/campaign-ratings")
    @Requires({Role.EVALUATOR, Role.STAFF})
    Page<OwnRating> own(PageRequest page, Caller caller) {
        return Page.of(ratings.own(caller.association(), caller.name(), page), page, one -> Cursor.of(one.id()))
                .map(OwnRating::of);
    }

    /** Judges, or judges anew while the campaign is open. */
    @PutMapping("/v1/my/campaign-ratings/{id}")
    @Requires({Role.EVALUATOR, Role.STAFF})
    ResponseEntity<OwnRating> rate(
            @PathVariable UUID id,
            @Valid @RequestBody CampaignRequests.ScoreOrder order,
            ExpectedVersion expected,
            Caller caller) {
        Rating rated = management.rate(caller, id, expected, new BigDecimal(order.score()), order.remark());
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(rated.version())).body(OwnRating.of(rated));
    }

    /** Those who were named. */
    record Named(List<RatingProgress> items) {}

    /** That somebody judges, and whether they have. */
    record RatingProgress(
            UUID id,
            String subject,
            String component,
            String rater,
            @Nullable String raterStaffNo,
            String sector,
            boolean given) {

        static RatingProgress of(Rating one) {
            return new RatingProgress(
                    one.id(),
                    one.subject(),
                    one.component().code(),
                    one.rater(),
                    one.raterStaffNo(),
                    one.sector(),
                    one.score() != null);
        }
    }

    /** What the caller said. */
    record OwnRating(
            UUID id,
            long version,
            UUID campaignId,
            String subject,
            String component,
            String sector,
            @Nullable String score,
            @Nullable String remark,
            @Nullable Instant scoredAt) {

        static OwnRating of(Rating one) {
            return new OwnRating(
                    one.id(),
                    one.version(),
                    one.campaign(),
                    one.subject(),
                    one.component().code(),
                    one.sector(),
                    CampaignAnswer.plainOrNull(one.score()),
                    one.remark(),
                    one.scoredAt());
        }
    }
}
