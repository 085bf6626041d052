package org.yilianti.rotation.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.yilianti.rotation.roster.Breach;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.Handover;
import org.yilianti.rotation.roster.MemberRoster;
import org.yilianti.rotation.solver.Rule;

/** Looks for the replacements of one duty among people whose rosters are at hand; pure computation. */
final class ReplacementSearch {

    /** People who work elsewhere that day and are considered for a move: enough for a choice, few enough to stay quick. */
    private static final int MOVABLE = 8;

    private static final Comparator<Replacement> BEST_FIRST = Comparator.comparingInt(
                    (Replacement one) -> one.moves().size())
            .thenComparingLong(Replacement::cost)
            .thenComparing(Replacement::staffNo);

    private final Duty duty;
    private final List<MemberRoster> others;

    ReplacementSearch(Duty duty, Collection<MemberRoster> rosters) {
        this.duty = duty;
        this.others = rosters.stream()
                .filter(roster -> !roster.memberId().equals(duty.memberId()))
                .sorted(Comparator.comparing(roster -> roster.member().staffNo()))
                .toList();
    }

    /** The best {@code limit} ways; moves of two duties only as far as those of one do not suffice. */
    Repair repair(int limit) {
        List<Replacement> found = new ArrayList<>();
        List<MemberRoster> movable = new ArrayList<>();
        Map<String, Integer> blocked = new TreeMap<>();
        for (MemberRoster other : others) {
            Optional<Breach> breach = firstBreach(other, duty);
            if (breach.isEmpty()) {
                found.add(replacement(List.of(move(duty, other)), Map.of(other, other.with(List.of(duty)))));
                continue;
            }
            blocked.merge(breach.get().rule(), 1, Integer::sum);
            if (thatDay(other).isPresent() && other.unlawful(duty).isEmpty()) {
                movable.add(other);
            }
        }
        if (found.size() < limit) {
            movable.stream().limit(MOVABLE).flatMap(this::viaOther).forEach(found::add);
        }
        return new Repair(found.stream().sorted(BEST_FIRST).limit(limit).toList(), blocked);
    }

    /** The other takes this duty, and the best third person takes the one that the other has that day. */
    private Stream<Replacement> viaOther(MemberRoster other) {
        Duty freed = thatDay(other).orElseThrow();
        MemberRoster lighter = other.without(List.of(freed));
        if (firstBreach(lighter, duty).isPresent()) {
            return Stream.empty();
        }
        return others.stream()
                .filter(third -> third != other && firstBreach(third, freed).isEmpty())
                .map(third -> replacement(
                        List.of(move(duty, other), move(freed, third)),
                        Map.of(other, lighter.with(List.of(duty)), third, third.with(List.of(freed)))))
                .min(BEST_FIRST)
                .stream();
    }

    private Optional<Duty> thatDay(MemberRoster other) {
        return other.duties().stream()
                .filter(held -> held.date().equals(duty.date()))
                .findFirst();
    }

    private static Optional<Breach> firstBreach(MemberRoster roster, Duty taken) {
        return roster.unlawful(taken)
                .or(() -> roster.breaches(List.of(taken)).stream().findFirst());
    }

    private static Handover move(Duty duty, MemberRoster to) {
        return new Handover(duty.id(), duty.memberId(), to.memberId(), duty.version());
    }

    private Replacement replacement(List<Handover> moves, Map<MemberRoster, MemberRoster> changes) {
        Map<Rule, Long> costs = new LinkedHashMap<>();
        changes.forEach((before, after) -> {
            after.costs().forEach((rule, cost) -> costs.merge(rule, cost, Long::sum));
            before.costs().forEach((rule, cost) -> costs.merge(rule, -cost, Long::sum));
        });
        costs.values().removeIf(cost -> cost == 0);
        UUID taker = moves.getFirst().to();
        MemberRoster after = changes.values().stream()
                .filter(roster -> roster.memberId().equals(taker))
                .findFirst()
                .orElseThrow();
        return new Replacement(moves, costs, after.member().staffNo(), after.workload(duty.date()));
    }
}
