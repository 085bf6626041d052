package org.yilianti.staff.recruitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yilianti.staff.recruitment.Application.State;
import org.yilianti.staff.recruitment.StandingRepository.Line;

/**
 * The order of all who may compete in a campaign, position by position, by the scores they have now.
 *
 * @param undecided applications whose eligibility nobody has decided: they are not in it
 */
public record Ranking(Campaign campaign, List<Line> lines, long undecided) {

    public Ranking {
        lines = List.copyOf(lines);
    }

    static Ranking of(Campaign campaign, List<Application> all) {
        Map<UUID, Application> eligible = all.stream()
                .filter(application -> application.state() == State.ELIGIBLE)
                .collect(Collectors.toMap(Application::id, Function.identity()));
        List<Line> lines = new ArrayList<>();
        for (Position position : campaign.positions()) {
            List<Contestant> contestants = eligible.values().stream()
                    .filter(application -> application.position().equals(position.id()))
                    .map(Contestant::of)
                    .toList();
            for (Standing standing : new RankingRules(campaign.rules(), position.terms()).rank(contestants)) {
                Application application = eligible.get(standing.application());
                if (application != null) {
                    lines.add(new Line(lines.size() + 1, standing, application));
                }
            }
        }
        long undecided = all.stream()
                .filter(application -> application.state() == State.SUBMITTED)
                .count();
        return new Ranking(campaign, lines, undecided);
    }
}
