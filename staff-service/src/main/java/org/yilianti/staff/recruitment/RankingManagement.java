package org.yilianti.staff.recruitment;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;

/** Freezes rankings, and has a second person approve them. */
@Service
public class RankingManagement {

    private final CampaignLedger ledger;
    private final CampaignDirectory directory;
    private final ApplicationRepository applications;
    private final StandingRepository standings;
    private final RecruitmentPolicies policies;
    private final AssociationCalendar calendar;

    RankingManagement(
            CampaignLedger ledger,
            CampaignDirectory directory,
            ApplicationRepository applications,
            StandingRepository standings,
            RecruitmentPolicies policies,
            AssociationCalendar calendar) {
        this.ledger = ledger;
        this.directory = directory;
        this.applications = applications;
        this.standings = standings;
        this.policies = policies;
        this.calendar = calendar;
    }

    /** Ranks all who may compete, by the scores they have now; refuses (409) while somebody waits for a decision. */
    @Transactional
    public Campaign rank(Editor editor, UUID id, ExpectedVersion expected) {
        Campaign known = ledger.held(editor, id);
        expected.check(known.version());
        Campaign ranked = known.ranked(ledger.step(editor), calendar.today());
        Ranking ranking = Ranking.of(ranked, applications.standing(id));
        if (ranking.undecided() > 0) {
            throw Refusal.conflict("recruitment.undecided", ranking.undecided());
        }
        standings.insert(ranked, ranking.lines());
        return ledger.changed(editor, "recruitment.ranked", ranked);
    }

    /** Approves the ranking, so that it is on public notice from today on; never by who made it. */
    @Transactional
    public Campaign approve(Editor editor, UUID id, ExpectedVersion expected) {
        Campaign known = ledger.held(editor, id);
        expected.check(known.version());
        LocalDate today = calendar.today();
        int days = policies.inForce(editor.association()).noticeDays();
        DatePeriod notice = new DatePeriod(today, today.plusDays(days));
        return ledger.changed(editor, "recruitment.ranking-approved", known.approved(ledger.step(editor), notice));
    }

    /** Sends the ranking back, so that scores and eligibility can be mended for the next round. */
    @Transactional
    public Campaign reject(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        String reason = entry.text("reason", 500);
        Campaign known = ledger.held(editor, id);
        expected.check(known.version());
        entry.refuseIfFaulty();
        return ledger.changed(editor, "recruitment.ranking-rejected", known.reopened(Campaign.State.RANKED, reason));
    }

    /** The campaign whose ranking leaves in a sheet, with a trace of who takes it. */
    @Transactional
    public Campaign export(Editor editor, UUID id) {
        Campaign campaign = directory
                .find(editor.association(), editor.scope(), id)
                .orElseThrow(() -> Refusal.notFound("recruitment.unknown", id));
        InstitutionScope scope = editor.scope();
        return ledger.told(
                editor,
                "recruitment.ranking-exported",
                campaign,
                Map.of("round", campaign.progress().round(), "scope", scope));
    }
}
