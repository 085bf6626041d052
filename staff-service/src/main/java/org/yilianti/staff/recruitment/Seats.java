package org.yilianti.staff.recruitment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.yilianti.staff.recruitment.Position.Reservation;
import org.yilianti.staff.recruitment.Standing.Effect;

/**
 * Who has a place of a position, going down the ranks: a reserved place of a ground that somebody has, in the published order of grounds,
 * otherwise an open one. So a ground gets its places at least, and more when its candidates rank high enough.
 */
record Seats(Position.Terms terms) {

    /** A place and why it is given. */
    record Seat(String kind, Effect effect) {}

    /** The places of those who have one. */
    Map<Contestant, Seat> given(List<Contestant> ranked) {
        Map<Contestant, Seat> given = new LinkedHashMap<>();
        Map<String, Integer> reserved = new LinkedHashMap<>();
        terms.reservations().forEach(one -> reserved.put(one.ground(), one.places()));
        List<Contestant> waiting = new ArrayList<>();
        int open = terms.openings() - terms.reserved();
        for (Contestant contestant : ranked) {
            Optional<String> ground = reserved.keySet().stream()
                    .filter(code -> reserved.getOrDefault(code, 0) > 0)
                    .filter(contestant.grounds()::contains)
                    .findFirst();
            if (ground.isPresent()) {
                reserved.merge(ground.get(), -1, Integer::sum);
                given.put(contestant, new Seat(ground.get(), Effect.RESERVED));
            } else if (open > 0) {
                open--;
                given.put(contestant, new Seat(Standing.OPEN, Effect.BY_RANK));
            } else {
                waiting.add(contestant);
            }
        }
        int left = terms.releaseUnfilled()
                ? reserved.values().stream().mapToInt(Integer::intValue).sum()
                : 0;
        waiting.stream().limit(left).forEach(next -> given.put(next, new Seat(Standing.OPEN, Effect.RELEASED)));
        return given;
    }

    /**
     * Who may have a place that somebody has not taken.
     *
     * @param waiting by rank, those who neither have nor had a place
     */
    Optional<Map.Entry<Contestant, String>> next(String seat, List<Contestant> waiting) {
        boolean reserved =
                terms.reservations().stream().map(Reservation::ground).anyMatch(seat::equals);
        Predicate<Contestant> entitled =
                contestant -> !reserved || contestant.grounds().contains(seat);
        Optional<Map.Entry<Contestant, String>> next =
                waiting.stream().filter(entitled).findFirst().map(found -> Map.entry(found, seat));
        return next.isPresent() || !terms.releaseUnfilled()
                ? next
                : waiting.stream().findFirst().map(found -> Map.entry(found, Standing.OPEN));
    }
}
