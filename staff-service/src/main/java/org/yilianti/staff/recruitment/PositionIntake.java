package org.yilianti.staff.recruitment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.establishment.AuthorisedPost;
import org.yilianti.staff.establishment.EstablishmentDirectory;

/**
 * Takes positions of drafts from a file, a batch at a time in the import's transaction. Whoever brings the file has said last what the
 * draft says, and so does not publish it; publishing judges all vacancies once more.
 */
@Component
public class PositionIntake {

    private final CampaignBook book;
    private final CampaignRepository campaigns;
    private final CampaignLedger ledger;
    private final Vacancies vacancies;
    private final EstablishmentDirectory establishment;

    PositionIntake(
            CampaignBook book,
            CampaignRepository campaigns,
            CampaignLedger ledger,
            Vacancies vacancies,
            EstablishmentDirectory establishment) {
        this.book = book;
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.vacancies = vacancies;
        this.establishment = establishment;
    }

    /** Revises known numbers and adds the next ones, judged by what they leave together; taking a position away needs a form. */
    public Taken take(Editor editor, List<Entry> entries) {
        Map<String, Campaign> held = book.held(editor, entries);
        Map<String, AuthorisedPost> posts = posts(editor, entries);
        Map<String, PositionSheet> sheets = new LinkedHashMap<>();
        for (Entry entry : entries) {
            CampaignBook.judge(entry, held);
            Campaign campaign = held.get(entry.key("campaignId"));
            if (campaign != null) {
                sheets.computeIfAbsent(
                                entry.key("campaignId"), none -> new PositionSheet(campaign, editor.scope(), posts))
                        .read(entry);
            }
        }
        sheets.forEach((id, sheet) -> write(editor, Objects.requireNonNull(held.get(id)), sheet));
        return sheets.values().stream().map(PositionSheet::taken).reduce(Taken.NOTHING, Taken::plus);
    }

    private void write(Editor editor, Campaign campaign, PositionSheet sheet) {
        if (sheet.changed()) {
            sheet.judge(vacancies.left(campaign, sheet.lines()));
        }
        if (sheet.changed()) {
            Campaign revised =
                    campaign.revised(campaign.details(), campaign.rules(), sheet.positions(), ledger.step(editor));
            campaigns.replacePositions(revised);
            ledger.changed(editor, "recruitment.revised", revised);
        }
    }

    /** Those of the whole association: a sheet shows positions of other institutions, too. */
    private Map<String, AuthorisedPost> posts(Editor editor, List<Entry> entries) {
        Set<String> named =
                entries.stream().map(entry -> entry.key("authorisedPost")).collect(Collectors.toSet());
        return establishment.named(editor.association(), InstitutionScope.ALL, named).stream()
                .collect(Collectors.toMap(AuthorisedPost::externalId, Function.identity()));
    }
}
