package org.yilianti.staff.recruitment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.recruitment.Seats.Seat;
import org.yilianti.staff.recruitment.Standing.Effect;

/**
 * Ranks the candidates of one position by the published rules (R8): total first, then the tie rules in their order, last of all the earlier
 * application. The same candidates give the same ranking, whatever their order; touches nothing.
 */
record RankingRules(ExamRules rules, Position.Terms terms) {

    /** Everybody, by rank; then those who are not ranked, in the order of their applications. */
    List<Standing> rank(Collection<Contestant> contestants) {
        List<Marks> all = contestants.stream()
                .map(contestant -> Marks.of(contestant, rules))
                .toList();
        List<Marks> ranked = all.stream()
                .filter(marks -> marks.objection().isEmpty())
                .sorted(order())
                .toList();
        Map<Contestant, Seat> seats =
                new Seats(terms).given(ranked.stream().map(Marks::contestant).toList());
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            TieRule tieRule = i == 0 ? null : decider(ranked.get(i - 1), ranked.get(i));
            standings.add(standing(
                    ranked.get(i), i + 1, tieRule, seats.get(ranked.get(i).contestant())));
        }
        all.stream()
                .filter(marks -> marks.objection().isPresent())
                .sorted(Marks.by(TieRule.EARLIER_APPLICATION))
                .forEach(marks -> standings.add(new Standing(
                        marks.contestant().application(), null, null, marks.explained(null, Effect.NOT_RANKED))));
        return standings;
    }

    private Comparator<Marks> order() {
        Comparator<Marks> order = Comparator.comparing(Marks::total).reversed();
        return deciders().map(Marks::by).reduce(order, Comparator::thenComparing);
    }

    private Stream<TieRule> deciders() {
        return Stream.concat(rules.tieRules().stream(), Stream.of(TieRule.EARLIER_APPLICATION));
    }

    /** The rule that put one before the other; null where the totals did. */
    private @Nullable TieRule decider(Marks first, Marks second) {
        return first.total().compareTo(second.total()) != 0
                ? null
                : deciders()
                        .filter(rule -> Marks.by(rule).compare(first, second) != 0)
                        .findFirst()
                        .orElse(TieRule.EARLIER_APPLICATION);
    }

    private Standing standing(Marks marks, int rank, @Nullable TieRule tieRule, @Nullable Seat seat) {
        Effect without = rank <= terms.openings() ? Effect.PASSED_OVER : Effect.STANDBY;
        return new Standing(
                marks.contestant().application(),
                rank,
                seat == null ? null : seat.kind(),
                marks.explained(tieRule, seat == null ? without : seat.effect()));
    }
}
