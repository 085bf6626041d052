package org.yilianti.staff.recruitment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.recruitment.Application.Decision;
import org.yilianti.staff.recruitment.ApplicationDesk.Held;
import org.yilianti.staff.recruitment.ExamRules.Ground;

/** Takes applications and decides who may compete. */
@Service
public class ApplicationManagement {

    private final ApplicationRepository applications;
    private final ApplicationDesk desk;
    private final CampaignRepository campaigns;
    private final AssociationCalendar calendar;
    private final Clock clock;

    ApplicationManagement(
            ApplicationRepository applications,
            ApplicationDesk desk,
            CampaignRepository campaigns,
            AssociationCalendar calendar,
            Clock clock) {
        this.applications = applications;
        this.desk = desk;
        this.campaigns = campaigns;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Takes an application while the campaign's window is open; refuses (409) a second one of the same person. */
    @Transactional
    public Application submit(Editor editor, UUID campaignId, UUID positionId, Entry entry, int grounds) {
        Campaign campaign = campaigns
                .lock(editor.association(), campaignId)
                .orElseThrow(() -> Refusal.notFound("recruitment.unknown", campaignId));
        boolean holder = editor.scope().permits(campaign.institution().code());
        Position position = campaign.positions().stream()
                .filter(offered -> offered.id().equals(positionId))
                .filter(offered ->
                        holder || editor.scope().permits(offered.institution().code()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("recruitment.position-unknown", positionId));
        List<String> known =
                campaign.rules().grounds().stream().map(Ground::code).toList();
        Candidate candidate = Candidate.read(entry, grounds, known, calendar.today());
        entry.refuseIfFaulty();
        campaign.requireWindow(calendar.today());
        if (applications.applied(campaignId, Objects.requireNonNull(candidate.nationalId()))) {
            throw Refusal.conflict("recruitment.applied-already").at("/nationalId");
        }
        Application submitted = Application.submitted(campaign, position, candidate, clock.instant(), editor.name());
        applications.insert(List.of(submitted));
        desk.applied(editor, List.of(submitted));
        return submitted;
    }

    /** Takes an application back, as long as there is no ranking. */
    @Transactional
    public Application withdraw(Editor editor, UUID id, ExpectedVersion expected) {
        Held held = open(editor, id, expected);
        return desk.changed(editor, "recruitment.withdrawn", held.application().withdrawn(), Map.of());
    }

    /** Judges every condition of the position, and says which grounds of preference are recognised. */
    @Transactional
    public Application decide(Editor editor, UUID id, ExpectedVersion expected, Entry entry, int grounds) {
        Held held = open(editor, id, expected);
        Candidate candidate = held.application().candidate();
        boolean documents = entry.flag("documentsInOrder");
        List<String> recognised = Candidate.grounds(entry, grounds, candidate.grounds());
        String note = entry.optionalText("note", 500);
        entry.refuseIfFaulty();
        EligibilityRules rules = new EligibilityRules(
                held.position().terms().requirements(),
                held.campaign().details().applyUntil());
        Decision decision =
                new Decision(rules.judge(candidate, documents), recognised, note, clock.instant(), editor.name());
        Map<String, Object> trace = Map.of(
                "grounds",
                recognised,
                "notMet",
                decision.findings().stream()
                        .filter(finding -> !finding.met())
                        .map(Finding::rule)
                        .toList());
        return desk.changed(
                editor, "recruitment.eligibility-decided", held.application().decided(decision), trace);
    }

    private Held open(Editor editor, UUID id, ExpectedVersion expected) {
        Held held = desk.held(editor, id);
        expected.check(held.application().version());
        held.campaign().requireState(Campaign.State.PUBLISHED);
        return held;
    }
}
