package org.yilianti.staff.recruitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
        return left(
                        campaign,
                        campaign.positions().stream()
                                .map(Position::authorisedPost)
                                .toList())
                .objections(campaign.positions());
    }

    /** What a campaign may offer of these authorised posts. */
    Left left(Campaign campaign, Collection<UUID> posts) {
        LocalDate day = campaign.details().startsOn();
        Map<UUID, Long> vacant = new HashMap<>();
        List<UUID> ids = posts.stream().distinct().toList();
        for (PostHolding holding :
                establishment.filled(establishment.find(campaign.association(), InstitutionScope.ALL, ids), day)) {
            vacant.put(holding.post().id(), Math.max(0, holding.vacancy()));
        }
        return new Left(day, positions.promised(campaign.id(), ids), vacant);
    }

    /**
     * Vacancies by authorised post.
     *
     * @param promised by other running campaigns
     */
    record Left(LocalDate day, Map<UUID, Long> promised, Map<UUID, Long> vacant) {

        /** Each position, in the order of a campaign, with which the places of its post are more than there are vacancies. */
        List<Fault> objections(List<Position> positions) {
            Map<UUID, Long> wanted = new HashMap<>(promised);
            List<Fault> objections = new ArrayList<>();
            for (int i = 0; i < positions.size(); i++) {
                Position position = positions.get(i);
                long sum = wanted.merge(
                        position.authorisedPost(), (long) position.terms().openings(), Long::sum);
                long left = vacant.getOrDefault(position.authorisedPost(), 0L);
                if (sum > left) {
                    objections.add(new Fault(
                            "positions/" + i + "/openings", "recruitment.no-vacancy", List.of(left, day, sum)));
                }
            }
            return objections;
        }
    }
}
