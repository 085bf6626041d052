package org.yilianti.staff.recruitment;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.recruitment.StandingRepository.Line;

/** What a ranking would be if it were made now; nothing is written, and nothing follows from it. */
@Component
public class RankingPreview {

    private final CampaignDirectory directory;
    private final ApplicationRepository applications;

    RankingPreview(CampaignDirectory directory, ApplicationRepository applications) {
        this.directory = directory;
        this.applications = applications;
    }

    /**
     * The places as the scores stand, of positions or campaigns within scope; refuses (404) a campaign out of scope, (409) one that is not
     * published or was ranked.
     */
    public Ranking of(UUID association, InstitutionScope scope, UUID id) {
        Campaign campaign =
                directory.find(association, scope, id).orElseThrow(() -> Refusal.notFound("recruitment.unknown", id));
        campaign.requireState(Campaign.State.PUBLISHED);
        Ranking whole = Ranking.of(campaign, applications.standing(id));
        if (scope.permits(campaign.institution().code())) {
            return whole;
        }
        List<Line> seen = whole.lines().stream()
                .filter(line -> scope.permits(line.application().institution().code()))
                .toList();
        return new Ranking(campaign, seen, whole.undecided());
    }
}
