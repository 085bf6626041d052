package org.yilianti.staff.recruitment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yilianti.staff.entry.Entry;

/**
 * How the candidates of a campaign are ranked; published with it and unchanged from then on.
 *
 * @param grounds of preference, and of reserved places
 * @param preferenceCap most points of preference that anybody gets
 * @param tieRules what decides between equal totals, in this order
 */
public record ExamRules(
        Exam paper, Exam interview, List<Ground> grounds, BigDecimal preferenceCap, List<TieRule> tieRules) {

    private static final int MOST = 20;

    /**
     * One part of the examination.
     *
     * @param weight share of the total; 0 when it is not held
     * @param minimum score below which nobody is ranked
     */
    public record Exam(BigDecimal weight, BigDecimal minimum) {

        /** Numbers that mean the same are the same, however they were written. */
        public Exam {
            weight = weight.setScale(4, RoundingMode.HALF_EVEN);
            minimum = minimum.setScale(2, RoundingMode.HALF_EVEN);
        }

        boolean held() {
            return weight.signum() > 0;
        }
    }

    /**
     * A named reason to prefer somebody, such as graduates who are willing to serve at the grassroots.
     *
     * @param code unique in a campaign
     * @param points 0 for a ground of reserved places only
     */
    public record Ground(String code, String title, BigDecimal points) {

        /** As for exams. */
        public Ground {
            points = points.setScale(2, RoundingMode.HALF_EVEN);
        }
    }

    public ExamRules {
        preferenceCap = preferenceCap.setScale(2, RoundingMode.HALF_EVEN);
        grounds = List.copyOf(grounds);
        tieRules = List.copyOf(tieRules);
    }

    /** Whether a part counts at all. */
    public boolean holds(ExamPart part) {
        return exam(part).held();
    }

    Exam exam(ExamPart part) {
        return part == ExamPart.PAPER ? paper : interview;
    }

    /** Reads fields {@code paperWeight}, {@code grounds/0/code}, {@code tieRules/0} and so on; faults weights that do not sum to 1. */
    static ExamRules read(Entry entry, int grounds, int ties) {
        Exam paper = exam(entry, "paper");
        Exam interview = exam(entry, "interview");
        BigDecimal sum = paper.weight().add(interview.weight());
        if (!entry.faulty() && sum.compareTo(BigDecimal.ONE) != 0) {
            entry.fault("paperWeight", "weights-sum", sum.toPlainString());
        }
        BigDecimal cap = entry.number("preferenceCap", "0", "100", 2);
        if (grounds > MOST || ties > MOST) {
            entry.fault(grounds > MOST ? "grounds" : "tieRules", "too-many", MOST);
            return new ExamRules(paper, interview, List.of(), cap, List.of());
        }
        return new ExamRules(paper, interview, grounds(entry, grounds), cap, tieRules(entry, ties));
    }

    private static Exam exam(Entry entry, String part) {
        return new Exam(
                entry.number(part + "Weight", "0", "1", 4),
                entry.raw(part + "Minimum") == null ? BigDecimal.ZERO : entry.number(part + "Minimum", "0", "100", 2));
    }

    private static List<Ground> grounds(Entry entry, int count) {
        List<Ground> read = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String at = "grounds/" + i + "/";
            Ground ground = new Ground(
                    entry.text(at + "code", 50),
                    entry.text(at + "title", 200),
                    entry.number(at + "points", "0", "100", 2));
            if (!codes.add(ground.code())) {
                entry.fault(at + "code", "repeated", ground.code());
            }
            read.add(ground);
        }
        return read;
    }

    private static List<TieRule> tieRules(Entry entry, int count) {
        List<TieRule> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TieRule rule = entry.choice("tieRules/" + i, TieRule.class);
            if (read.contains(rule)) {
                entry.fault("tieRules/" + i, "repeated", rule.code());
            }
            read.add(rule);
        }
        return read;
    }
}
