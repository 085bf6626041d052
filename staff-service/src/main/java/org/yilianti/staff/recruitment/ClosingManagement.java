package org.yilianti.staff.recruitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.agenda.Agenda;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;

/** Ends campaigns, and forgets their candidates when the time has come. */
@Service
public class ClosingManagement {

    private final CampaignLedger ledger;
    private final ApplicationRepository applications;
    private final ObjectionRepository objections;
    private final RecruitmentPolicies policies;
    private final Agenda agenda;
    private final AssociationCalendar calendar;
    private final Clock clock;

    ClosingManagement(
            CampaignLedger ledger,
            ApplicationRepository applications,
            ObjectionRepository objections,
            RecruitmentPolicies policies,
            Agenda agenda,
            AssociationCalendar calendar,
            Clock clock) {
        this.ledger = ledger;
        this.applications = applications;
        this.objections = objections;
        this.policies = policies;
        this.agenda = agenda;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Closes a campaign whose offers are all answered; candidates are forgotten when the retention is over. */
    @Transactional
    public Campaign close(Editor editor, UUID id, ExpectedVersion expected) {
        Campaign known = ledger.held(editor, id);
        expected.check(known.version());
        return ended(editor, "recruitment.closed", known.closed(calendar.today(), applications.pending(id)));
    }

    /** Calls a campaign off before anybody has an offer. */
    @Transactional
    public Campaign cancel(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        String reason = entry.text("reason", 500);
        Campaign known = ledger.held(editor, id);
        expected.check(known.version());
        entry.refuseIfFaulty();
        return ended(editor, "recruitment.cancelled", known.cancelled(calendar.today(), reason));
    }

    /** Forgets who applied, and what was said of them. */
    @Transactional
    public void forget(Editor editor, UUID id) {
        Campaign campaign = ledger.held(editor, id);
        campaign.requireState(Campaign.State.CLOSED, Campaign.State.CANCELLED);
        int forgotten = applications.forgetAll(id, clock.instant());
        objections.forget(id);
        ledger.told(editor, "recruitment.candidates-forgotten", campaign, Map.of("candidates", forgotten));
    }

    private Campaign ended(Editor editor, String action, Campaign ended) {
        LocalDate due = calendar.today()
                .plusMonths(policies.inForce(ended.association()).retentionMonths());
        agenda.plan(List.of(new AgendaItem(ended.association(), CandidateTerm.NAME, ended.id(), due)));
        return ledger.changed(editor, action, ended);
    }
}
