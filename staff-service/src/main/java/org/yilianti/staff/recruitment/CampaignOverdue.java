package org.yilianti.staff.recruitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.staff.alert.AlertGround;

/** The day on which the chosen are to begin comes, or has passed, and the campaign is still open (R8). */
@Component
class CampaignOverdue implements AlertGround {

    private final RecruitmentPolicies policies;

    CampaignOverdue(RecruitmentPolicies policies) {
        this.policies = policies;
    }

    @Override
    public String kind() {
        return "recruitment-open";
    }

    @Override
    public String subjectType() {
        return "recruitment-campaign";
    }

    @Override
    public List<Integer> leadDays(UUID association) {
        return policies.inForce(association).openLeadDays();
    }

    @Override
    public Selection due(UUID association, LocalDate today) {
        return new Selection("""
                select c.id as subject_id, null as member_id, c.institution_id, c.starts_on as due_on from recruitment_campaign c
                where c.association_id = :association and c.state in ('published', 'ranked', 'notice', 'offering')
                    and c.starts_on <= :horizon
                """, Map.of());
    }
}
