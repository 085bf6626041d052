package org.yilianti.staff.recruitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.staff.agenda.Agenda;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.recruitment.Application.Offer;

/** Makes offers by the ranking of the present round; the campaign is locked by then. */
@Component
class OfferDesk {

    private final ApplicationRepository applications;
    private final ApplicationDesk desk;
    private final StandingRepository standings;
    private final RecruitmentPolicies policies;
    private final Agenda agenda;
    private final AssociationCalendar calendar;
    private final Clock clock;

    OfferDesk(
            ApplicationRepository applications,
            ApplicationDesk desk,
            StandingRepository standings,
            RecruitmentPolicies policies,
            Agenda agenda,
            AssociationCalendar calendar,
            Clock clock) {
        this.applications = applications;
        this.desk = desk;
        this.standings = standings;
        this.policies = policies;
        this.agenda = agenda;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Offers every place of the ranking to who has it. */
    void offerAll(Editor editor, Campaign campaign) {
        for (Position position : campaign.positions()) {
            Map<UUID, Application> waiting = waiting(position.id());
            for (Standing line : standings.of(campaign, position.id())) {
                Application application = waiting.get(line.application());
                if (line.seat() != null && application != null) {
                    offer(editor, application, line.seat());
                }
            }
        }
    }

    /** Offers the place of somebody who does not take it to the next in rank who may have it. */
    void succeed(Editor editor, Campaign campaign, Application gone) {
        Position position = campaign.positions().stream()
                .filter(offered -> offered.id().equals(gone.position()))
                .findFirst()
                .orElseThrow();
        Map<UUID, Application> waiting = waiting(position.id());
        List<Contestant> ranked = standings.of(campaign, position.id()).stream()
                .filter(line -> line.rank() != null)
                .flatMap(line -> Optional.ofNullable(waiting.get(line.application())).stream())
                .map(Contestant::of)
                .toList();
        String seat = Objects.requireNonNull(gone.offer()).seat();
        new Seats(position.terms()).next(seat, ranked).ifPresent(next -> Optional.ofNullable(
                        waiting.get(next.getKey().application()))
                .ifPresent(application -> offer(editor, application, next.getValue())));
    }

    private Map<UUID, Application> waiting(UUID position) {
        return applications.waiting(position).stream().collect(Collectors.toMap(Application::id, Function.identity()));
    }

    private void offer(Editor editor, Application application, String seat) {
        LocalDate until = calendar.today()
                .plusDays(policies.inForce(application.association()).answerDays());
        Application offered = application.offered(new Offer(seat, clock.instant(), until));
        desk.changed(editor, "recruitment.offered", offered, Map.of("seat", seat, "answerUntil", until));
        agenda.plan(List.of(
                new AgendaItem(application.association(), OfferTerm.NAME, application.id(), until.plusDays(1))));
    }
}
