package org.yilianti.staff.recruitment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.recruitment.ApplicationRepository.Numbered;

/**
 * Takes scores from a file, a batch at a time in the import's transaction, by the rules of a list of scores: the office that holds the
 * campaign, while it is published and not ranked, for eligible candidates and parts that are held. Each row is taken by itself.
 */
@Component
public class ScoreIntake {

    private final CampaignBook book;
    private final ApplicationRepository applications;
    private final CampaignLedger ledger;

    ScoreIntake(CampaignBook book, ApplicationRepository applications, CampaignLedger ledger) {
        this.book = book;
        this.applications = applications;
        this.ledger = ledger;
    }

    /** A row without a score says that there is none; a score that is known is changed and never taken back. */
    public Taken take(Editor editor, List<Entry> entries) {
        Map<String, Campaign> held = book.held(editor, entries);
        Map<Numbered, Application> known = applications.named(
                held.values().stream().map(Campaign::id).toList(),
                entries.stream().map(entry -> entry.key("externalId")).toList());
        Map<String, ScoreSheet> sheets = new LinkedHashMap<>();
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            CampaignBook.judge(entry, held);
            Campaign campaign = held.get(entry.key("campaignId"));
            if (campaign != null) {
                ScoreSheet sheet = sheets.computeIfAbsent(entry.key("campaignId"), none -> sheet(campaign, known));
                taken = taken.plus(
                        taken(entry, campaign, known.get(new Numbered(campaign.id(), entry.key("externalId"))), sheet));
            }
        }
        sheets.forEach((id, sheet) -> write(editor, Objects.requireNonNull(held.get(id)), sheet));
        return taken;
    }

    private static Taken taken(Entry entry, Campaign campaign, @Nullable Application application, ScoreSheet sheet) {
        String externalId = entry.text("externalId", 50);
        ExamPart part = entry.choice("part", ExamPart.class);
        BigDecimal score = entry.optionalNumber("score", "0", "100", 2);
        if (application == null && !externalId.isEmpty()) {
            entry.fault("externalId", "recruitment.unknown-application", externalId);
        }
        if (entry.faulty() || application == null) {
            return Taken.NOTHING;
        }
        BigDecimal before = application.scores().of(part);
        if (score == null ? before == null : before != null && before.compareTo(score) == 0) {
            return new Taken(0, 0, 1);
        }
        if (score == null) {
            entry.fault("score", "required");
        } else {
            enter(entry, campaign, application, part, score, sheet);
        }
        if (entry.faulty()) {
            return Taken.NOTHING;
        }
        return before == null ? new Taken(1, 0, 0) : new Taken(0, 1, 0);
    }

    private static void enter(
            Entry entry,
            Campaign campaign,
            Application application,
            ExamPart part,
            BigDecimal score,
            ScoreSheet sheet) {
        if (campaign.progress().state() == Campaign.State.PUBLISHED) {
            sheet.enter(entry, "externalId", application, "part", part, score);
        } else {
            entry.fault(
                    "campaignId",
                    "recruitment.state",
                    campaign.id(),
                    campaign.progress().state().code());
        }
    }

    private static ScoreSheet sheet(Campaign campaign, Map<Numbered, Application> known) {
        return new ScoreSheet(
                campaign.rules(),
                known.values().stream()
                        .filter(application -> application.campaign().equals(campaign.id()))
                        .toList());
    }

    private void write(Editor editor, Campaign campaign, ScoreSheet sheet) {
        List<Application> changed = sheet.changed();
        if (!changed.isEmpty()) {
            applications.update(changed);
            Map<UUID, Scores> trace = new LinkedHashMap<>();
            changed.forEach(application -> trace.put(application.id(), application.scores()));
            ledger.told(editor, "recruitment.scores-entered", campaign, trace);
        }
    }
}
