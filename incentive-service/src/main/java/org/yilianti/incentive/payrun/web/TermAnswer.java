package org.yilianti.incentive.payrun.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.yilianti.incentive.payrun.StatementExplanation.Line;
import org.yilianti.incentive.payscheme.PayTerm;
import org.yilianti.incentive.payscheme.PayTerms;
import org.yilianti.incentive.payscheme.TermTypes;
import org.yilianti.platform.money.Money;

/**
 * A term of the pay scheme and what it came to on a line.
 *
 * @param value hours of workload, a factor, or yuan
 */
record TermAnswer(String code, String type, String name, String nameEn, String value) {

    /** All terms of a line, in the order of its scheme. */
    static List<TermAnswer> of(Line line, PayTerms terms) {
        return terms.all().stream()
                .map(term -> new TermAnswer(
                        term.code(), TermTypes.name(term.getClass()), term.name(), term.nameEn(), value(term, line)))
                .toList();
    }

    String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? name : nameEn;
    }

    private static String value(PayTerm term, Line line) {
        return switch (term) {
            case PayTerm.StandardWorkload workload -> Decimals.hours(line.weightedMinutes());
            case PayTerm.NightFactor night -> factor(night.factor());
            case PayTerm.Quality quality -> factor(line.quality());
            case PayTerm.PostCoefficient post -> factor(line.coefficient());
            case PayTerm.GrassrootsPreference preference -> factor(line.preference());
            case PayTerm.Cap cap -> factor(cap.timesMean());
            case PayTerm.Floor floor -> Money.ofFen(floor.fen()).toString();
        };
    }

    private static String factor(BigDecimal value) {
        return Decimals.exact(value);
    }
}
