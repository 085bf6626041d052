package org.yilianti.staff.recruitment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.member.NationalId;
import org.yilianti.staff.recruitment.ApplicationRepository.Applied;
import org.yilianti.staff.recruitment.ApplicationRepository.Numbered;
import org.yilianti.staff.recruitment.ExamRules.Ground;

/**
 * Takes new applications from a file, a batch at a time in the import's transaction, while the window of their campaign is open. A known
 * one is recognised and stays as it is: an application is withdrawn and decided on by form, one by one.
 */
@Component
public class ApplicationIntake {

    private final CampaignBook book;
    private final ApplicationRepository applications;
    private final ApplicationDesk desk;
    private final AssociationCalendar calendar;
    private final Clock clock;

    ApplicationIntake(
            CampaignBook book,
            ApplicationRepository applications,
            ApplicationDesk desk,
            AssociationCalendar calendar,
            Clock clock) {
        this.book = book;
        this.applications = applications;
        this.desk = desk;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What the entries of a batch refer to.
     *
     * @param applied who has a standing application, with those of the earlier rows
     */
    private record Known(
            Map<String, Campaign> campaigns, Map<Numbered, Application> applications, Set<Applied> applied) {

        @Nullable Application application(Entry entry, Campaign campaign) {
            return applications.get(new Numbered(campaign.id(), entry.key("externalId")));
        }
    }

    public Taken take(Editor editor, List<Entry> entries) {
        Known known = known(editor, entries);
        List<Application> submitted = new ArrayList<>(entries.size());
        long unchanged = 0;
        for (Entry entry : entries) {
            CampaignBook.judge(entry, known.campaigns());
            Campaign campaign = known.campaigns().get(entry.key("campaignId"));
            Application before = campaign == null ? null : known.application(entry, campaign);
            if (campaign != null && before != null) {
                unchanged += recognised(editor, entry, campaign, before) ? 1 : 0;
            } else if (campaign != null) {
                submitted(editor, entry, campaign, known.applied()).ifPresent(submitted::add);
            }
        }
        applications.insert(submitted);
        desk.applied(editor, submitted);
        return new Taken(submitted.size(), 0, unchanged);
    }

    private static boolean recognised(Editor editor, Entry entry, Campaign campaign, Application before) {
        if (!CampaignBook.holds(editor, campaign)
                && !editor.scope().permits(before.institution().code())) {
            entry.fault("externalId", "recruitment.application-unknown", before.externalId());
            return false;
        }
        Optional<String> difference = ApplicationSheet.difference(entry, before, campaign.numberOf(before.position()));
        difference.ifPresent(field -> entry.fault(field, "recruitment.application-differs", before.externalId()));
        return !entry.faulty();
    }

    private Optional<Application> submitted(Editor editor, Entry entry, Campaign campaign, Set<Applied> applied) {
        String externalId = entry.text("externalId", 50);
        Optional<Position> position = position(editor, entry, campaign);
        Candidate candidate = ApplicationSheet.candidate(
                entry, campaign.rules().grounds().stream().map(Ground::code).toList(), calendar.today());
        String state = entry.key("state");
        if (!state.isEmpty() && !state.equals(Application.State.SUBMITTED.code())) {
            entry.fault("state", "recruitment.file-submits", state);
        }
        try {
            campaign.requireWindow(calendar.today());
        } catch (Refusal closed) {
            entry.fault("campaignId", closed);
        }
        NationalId number = Objects.requireNonNull(candidate.nationalId());
        if (!entry.faulty() && !applied.add(applications.applicant(campaign.id(), number))) {
            entry.fault("nationalId", "recruitment.applied-already");
        }
        return entry.faulty() || position.isEmpty()
                ? Optional.empty()
                : Optional.of(Application.submitted(campaign, position.get(), candidate, clock.instant(), editor.name())
                        .as(externalId));
    }

    private static Optional<Position> position(Editor editor, Entry entry, Campaign campaign) {
        int number = ApplicationSheet.positionNo(entry);
        Optional<Position> position = campaign.positions().stream()
                .skip(Math.max(0, number - 1))
                .findFirst()
                .filter(offered -> CampaignBook.holds(editor, campaign)
                        || editor.scope().permits(offered.institution().code()));
        if (position.isEmpty() && number > 0) {
            entry.fault("positionNo", "recruitment.position-unknown", number);
        }
        return position;
    }

    private Known known(Editor editor, List<Entry> entries) {
        Map<String, Campaign> campaigns = book.seen(editor, entries);
        List<UUID> ids = campaigns.values().stream().map(Campaign::id).toList();
        return new Known(
                campaigns,
                applications.named(
                        ids,
                        entries.stream().map(entry -> entry.key("externalId")).toList()),
                applications.applied(
                        ids,
                        entries.stream().map(entry -> entry.key("nationalId")).toList()));
    }
}
