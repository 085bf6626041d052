package org.yilianti.staff.recruitment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;

/** Enters what candidates reached, one by one or a list at a time: all of a list or nothing. */
@Service
public class ScoreManagement {

    private static final int MOST = 5000;

    private final ApplicationRepository applications;
    private final ApplicationDesk desk;
    private final CampaignLedger ledger;

    ScoreManagement(ApplicationRepository applications, ApplicationDesk desk, CampaignLedger ledger) {
        this.applications = applications;
        this.desk = desk;
        this.ledger = ledger;
    }

    /** Sets the scores of one candidate; a part that is left out has none. */
    @Transactional
    public Application score(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        var held = desk.held(editor, id);
        expected.check(held.application().version());
        held.campaign().requireState(Campaign.State.PUBLISHED);
        Scores scores = Scores.NONE;
        for (ExamPart part : ExamPart.values()) {
            BigDecimal score = entry.optionalNumber(part.code(), "0", "100", 2);
            ScoreSheet.judge(entry, part.code(), held.campaign().rules(), part, score);
            scores = entry.faulty() ? scores : scores.with(part, score);
        }
        entry.refuseIfFaulty();
        Application scored = held.application().scored(scores);
        return scored.version() == expected.value()
                ? scored
                : desk.changed(editor, "recruitment.scored", scored, scores);
    }

    /** Sets many scores of a campaign; refuses (422) all of them with every row that is wrong. */
    @Transactional
    public Campaign score(Editor editor, UUID campaignId, ExpectedVersion expected, Entry entry, int rows) {
        Campaign campaign = ledger.held(editor, campaignId);
        expected.check(campaign.version());
        campaign.requireState(Campaign.State.PUBLISHED);
        if (rows == 0 || rows > MOST) {
            entry.fault("rows", rows == 0 ? "required" : "too-many", MOST);
            entry.refuseIfFaulty();
        }
        List<Application> known = applications.of(campaignId, ids(entry, rows));
        ScoreSheet sheet = new ScoreSheet(campaign.rules(), known);
        for (int i = 0; i < rows; i++) {
            sheet.take(entry, "rows/" + i + "/");
        }
        entry.refuseIfFaulty();
        List<Application> changed = sheet.changed();
        applications.update(changed);
        Map<String, Scores> trace = new LinkedHashMap<>();
        changed.forEach(application -> trace.put(application.id().toString(), application.scores()));
        return ledger.told(editor, "recruitment.scores-entered", campaign, trace);
    }

    private static List<UUID> ids(Entry entry, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> entry.key("rows/" + row + "/applicationId"))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .toList();
    }
}
