package org.yilianti.staff.training;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yilianti.staff.entry.Entry;

/**
 * How places of a session are given when more apply than it holds; published with the session.
 *
 * @param criteria none: first come, first served
 * @param tieRule measures that decide between equal scores, in this order, the higher value first; after them the earlier application
 */
public record SelectionRules(List<Criterion> criteria, List<SelectionMeasure> tieRule) {

    private static final int MOST = 10;
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /**
     * One criterion.
     *
     * @param weight share of the score; the weights of all criteria sum to 1
     * @param full value from which on it gives all its points
     */
    public record Criterion(SelectionMeasure measure, BigDecimal weight, BigDecimal full) {

        /** Numbers that mean the same are the same, however they were written. */
        public Criterion {
            weight = weight.setScale(4, RoundingMode.HALF_EVEN);
            full = full.setScale(1, RoundingMode.HALF_EVEN);
        }

        Point of(Candidate candidate) {
            BigDecimal value = candidate.value(measure);
            BigDecimal points = value.max(BigDecimal.ZERO)
                    .min(full)
                    .multiply(weight)
                    .multiply(HUNDRED)
                    .divide(full, 4, RoundingMode.HALF_EVEN);
            return new Point(measure, weight, full, value, points);
        }
    }

    /** What one criterion gave somebody: the explanation of a score. */
    public record Point(
            SelectionMeasure measure, BigDecimal weight, BigDecimal full, BigDecimal value, BigDecimal points) {}

    /** Somebody with a score from 0 to 100 and how it came about. */
    record Ranked(Candidate candidate, BigDecimal score, List<Point> points) {}

    public SelectionRules {
        criteria = List.copyOf(criteria);
        tieRule = List.copyOf(tieRule);
    }

    /** Reads fields {@code criteria/0/measure} and so on, and {@code tieRule/0}; faults weights that do not sum to 1. */
    static SelectionRules read(Entry entry, int criteria, int ties) {
        if (criteria > MOST || ties > MOST) {
            entry.fault(criteria > MOST ? "criteria" : "tieRule", "too-many", MOST);
            return new SelectionRules(List.of(), List.of());
        }
        List<Criterion> read = new ArrayList<>();
        for (int i = 0; i < criteria; i++) {
            String at = "criteria/" + i + "/";
            read.add(new Criterion(
                    entry.choice(at + "measure", SelectionMeasure.class),
                    entry.number(at + "weight", "0.0001", "1", 4),
                    entry.number(at + "full", "0.1", "1000", 1)));
        }
        List<SelectionMeasure> order = new ArrayList<>();
        for (int i = 0; i < ties; i++) {
            order.add(entry.choice("tieRule/" + i, SelectionMeasure.class));
        }
        if (!entry.faulty()) {
            judge(entry, read, order);
        }
        return new SelectionRules(read, order);
    }

    private static void judge(Entry entry, List<Criterion> criteria, List<SelectionMeasure> order) {
        BigDecimal sum = criteria.stream().map(Criterion::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!criteria.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0) {
            entry.fault("criteria", "weights-sum", sum.toPlainString());
        }
        Set<SelectionMeasure> seen = new HashSet<>();
        criteria.stream()
                .filter(criterion -> !seen.add(criterion.measure()))
                .forEach(criterion ->
                        entry.fault("criteria", "repeated", criterion.measure().code()));
        if (new HashSet<>(order).size() < order.size()) {
            entry.fault("tieRule", "repeated", "tieRule");
        }
    }

    public boolean competitive() {
        return !criteria.isEmpty();
    }

    /** Everybody by rank; the same candidates give the same ranks, whatever their order. */
    List<Ranked> rank(List<Candidate> candidates) {
        Comparator<Ranked> order = Comparator.comparing(Ranked::score).reversed();
        for (SelectionMeasure measure : tieRule) {
            order = order.thenComparing(
                    Comparator.comparing((Ranked ranked) -> ranked.candidate().value(measure))
                            .reversed());
        }
        return candidates.stream()
                .map(this::scored)
                .sorted(order.thenComparing(ranked -> ranked.candidate().appliedAt())
                        .thenComparing(ranked -> ranked.candidate().enrolment().toString()))
                .toList();
    }

    private Ranked scored(Candidate candidate) {
        List<Point> points =
                criteria.stream().map(criterion -> criterion.of(candidate)).toList();
        return new Ranked(
                candidate,
                points.stream().map(Point::points).reduce(new BigDecimal("0.0000"), BigDecimal::add),
                points);
    }
}
