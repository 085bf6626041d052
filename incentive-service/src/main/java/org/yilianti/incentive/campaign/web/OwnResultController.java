package org.yilianti.incentive.campaign.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.campaign.CampaignResults;
import org.yilianti.incentive.campaign.CampaignResults.OwnScore;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Shows members of staff what was published about themselves. */
@RestController
class OwnResultController {

    private final CampaignResults results;
    private final ProblemFactory texts;

    OwnResultController(CampaignResults results, ProblemFactory texts) {
        this.results = results;
        this.texts = texts;
    }

    @GetMapping("/v1/my/campaign-results")
    @Requires(Role.STAFF)
    Page<OwnResult> own(PageRequest page, Caller caller, Locale locale) {
        String staffNo = caller.staffNo();
        if (staffNo == null) {
            throw Refusal.forbidden("payrun.no-staff-number", caller.name());
        }
        return Page.of(results.own(caller.association(), staffNo, page), page, one -> Cursor.of(one.campaign()))
                .map(one -> shown(one, locale));
    }

    private OwnResult shown(OwnScore one, Locale locale) {
        return new OwnResult(
                one.campaign(),
                one.name(),
                one.objectionsUntil(),
                ResultAnswer.of(one.score(), one.edition(), List.of(), texts, locale));
    }

    /** A campaign's result about the caller, who may object until the day that is given. */
    record OwnResult(UUID campaignId, String name, @Nullable LocalDate objectionsUntil, ResultAnswer result) {}
}
