package org.yilianti.staff.recruitment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.recruitment.Campaign.State;
import org.yilianti.staff.recruitment.Progress.Step;

/** Records and decides what is said against rankings on public notice. */
@Service
public class ObjectionManagement {

    private final ObjectionRepository objections;
    private final ApplicationRepository applications;
    private final CampaignLedger ledger;
    private final AssociationCalendar calendar;

    ObjectionManagement(
            ObjectionRepository objections,
            ApplicationRepository applications,
            CampaignLedger ledger,
            AssociationCalendar calendar) {
        this.objections = objections;
        this.applications = applications;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    /** Records an objection; refuses (409) one after the notice. */
    @Transactional
    public Objection record(Editor editor, UUID campaignId, @Nullable UUID application, Entry entry) {
        String statement = entry.text("statement", 1000);
        Campaign campaign = ledger.held(editor, campaignId);
        if (application != null
                && applications.of(campaignId, List.of(application)).isEmpty()) {
            entry.fault("applicationId", "recruitment.unknown-application", application);
        }
        entry.refuseIfFaulty();
        campaign.requireState(State.NOTICE);
        DatePeriod notice = campaign.progress().notice();
        if (notice == null || !notice.contains(calendar.today())) {
            throw Refusal.conflict("recruitment.notice-over", campaignId);
        }
        Objection objection = Objection.recorded(campaign, application, statement, ledger.step(editor));
        objections.insert(objection);
        ledger.told(editor, "recruitment.objected", campaign, Map.of("objection", objection.id()));
        return objection;
    }

    /** Decides an objection; one that is upheld reopens the ranking. */
    @Transactional
    public Objection decide(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        Refusal unknown = Refusal.notFound("recruitment.objection-unknown", id);
        UUID campaignId = objections
                .find(editor.association(), id)
                .orElseThrow(() -> unknown)
                .campaign();
        Campaign campaign = ledger.held(editor, campaignId);
        Objection known = objections.find(editor.association(), id).orElseThrow(() -> unknown);
        expected.check(known.version());
        boolean upheld = entry.flag("upheld");
        String reason = entry.text("reason", 500);
        entry.refuseIfFaulty();
        Step by = ledger.step(editor);
        Objection decided = known.decided(upheld, reason, by);
        objections.decide(decided, by);
        Map<String, Object> detail =
                Map.of("objection", id, "state", decided.state().code(), "reason", reason);
        ledger.told(editor, "recruitment.objection-decided", campaign, detail);
        boolean stands = campaign.progress().state() == State.NOTICE
                && campaign.progress().round() == decided.round();
        if (upheld && stands) {
            ledger.changed(editor, "recruitment.reopened", campaign.reopened(State.NOTICE, reason));
        }
        return decided;
    }
}
