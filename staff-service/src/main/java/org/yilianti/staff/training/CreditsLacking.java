package org.yilianti.staff.training;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.alert.AlertGround;
import org.yilianti.staff.association.AssociationCalendar;

/**
 * The year ends soon and people of an institution still lack credits (R7): one alert for each institution, the accounts say who.
 *
 * <p>An institution of which nobody has any credits this year has not begun to record them; the report shows it, no alert does.
 */
@Component
class CreditsLacking implements AlertGround {

    private final CreditAccounts accounts;
    private final Policies policies;
    private final AssociationCalendar calendar;

    CreditsLacking(CreditAccounts accounts, Policies policies, AssociationCalendar calendar) {
        this.accounts = accounts;
        this.policies = policies;
        this.calendar = calendar;
    }

    @Override
    public String kind() {
        return "credits-lacking";
    }

    @Override
    public String subjectType() {
        return "institution";
    }

    @Override
    public List<Integer> leadDays(UUID association) {
        return policies.inForce(association, CreditNeeds.class, calendar.today())
                .leadDays();
    }

    /** Reads every member of the association, and changes with the days. */
    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public Selection due(UUID association, LocalDate today) {
        Map<String, Object> params = new HashMap<>(accounts.params(association, today.getYear()));
        params.put("yearEnd", LocalDate.of(today.getYear(), 12, 31));
        return new Selection(CreditAccounts.BEHIND, params);
    }
}
