package org.yilianti.staff.recruitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.establishment.EstablishmentDirectory;
import org.yilianti.staff.establishment.PostHolding;

/** Says whether the establishment has the places that a campaign wants to give (R2, R8). */
@Component
class Vacancies {

    private final EstablishmentDirectory establishment;
    private final PositionRepository positions;

    Vacancies(EstablishmentDirectory establishment, PositionRepository positions) {
        this.establishment = establishment;
        this.positions = positions;
    }

    /** Locks the institutions of a campaign, so that a vacancy is promised once. */
    void hold(Campaign campaign) {
        establishment.hold(
                campaign.association(),
                campaign.positions().stream()
                        .map(position -> position.institution().id())
                        .toList());
    }

    /** Each position whose authorised post has fewer vacancies than this and other running campaigns want to fill. */
    List<Fault> objections(Campaign campaign) {
        Map<UUID, Long> wanted = positions.promised(
                campaign.id(),
                campaign.positions().stream().map(Position::authorisedPost).toList());
        Map<UUID, Long> vacant = vacant(campaign);
        List<Fault> objections = new ArrayList<>();
        for (int i = 0; i < campaign.positions().size(); i++) {
            Position position = campaign.positions().get(i);
            long places = position.terms().openings();
            long sum = wanted.merge(position.authorisedPost(), places, Long::sum);
            long left = vacant.getOrDefault(position.authorisedPost(), 0L);
            if (sum > left) {
                objections.add(new Fault(
                        "positions/" + i + "/openings",
                        "recruitment.no-vacancy",
                        List.of(left, campaign.details().startsOn(), sum)));
            }
        }
        return objections;
    }

    private Map<UUID, Long> vacant(Campaign campaign) {
        LocalDate day = campaign.details().startsOn();
        List<UUID> ids = campaign.positions().stream()
                .map(Position::authorisedPost)
                .distinct()
                .toList();
        Map<UUID, Long> vacant = new HashMap<>();
        for (PostHolding holding :
                establishment.filled(establishment.find(campaign.association(), InstitutionScope.ALL, ids), day)) {
            vacant.put(holding.post().id(), Math.max(0, holding.vacancy()));
        }
        return vacant;
    }
}
