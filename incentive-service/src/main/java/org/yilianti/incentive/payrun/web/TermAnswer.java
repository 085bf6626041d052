package org.yilianti.incentive.payrun.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.yilianti.incentive.payrun.StatementExplanation.Given;
import org.yilianti.incentive.payrun.StatementExplanation.Line;
import org.yilianti.incentive.payscheme.PayTerm;
import org.yilianti.incentive.payscheme.PayTerms;
import org.yilianti.incentive.payscheme.PointTerm;
import org.yilianti.incentive.payscheme.ShareTerm;
import org.yilianti.incentive.payscheme.TermTypes;
import org.yilianti.platform.money.Money;

/**
 * A term of the pay scheme and what it came to on a line.
 *
 * @param value hours of workload, a factor, or yuan
 * @param quantity what a salary or allowance was given for: minutes, services or sites; else empty
 */
record TermAnswer(String code, String type, String name, String nameEn, String value, String quantity) {

    /** All terms of a line, in the order of its scheme. */
    static List<TermAnswer> of(Line line, PayTerms terms, List<Given> given) {
        return terms.all().stream().map(term -> of(line, term, given)).toList();
    }

    private static TermAnswer of(Line line, PayTerm term, List<Given> given) {
        Given here = given.stream()
                .filter(one -> one.institution().equals(line.institution())
                        && one.term().equals(term.code()))
                .findFirst()
                .orElse(new Given(line.institution(), term.code(), BigDecimal.ZERO, 0));
        return new TermAnswer(
                term.code(),
                TermTypes.name(term.getClass()),
                term.name(),
                term.nameEn(),
                term.isFixed() ? Money.ofFen(here.amountFen()).toString() : value(term, line),
                term.isFixed() ? Decimals.exact(here.quantity()) : "");
    }

    String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? name : nameEn;
    }

    private static String value(PayTerm term, Line line) {
        return switch (term) {
            case PointTerm.StandardWorkload workload -> Decimals.hours(line.weightedMinutes());
            case PointTerm.NightFactor night -> Decimals.exact(night.factor());
            case PointTerm.Quality quality -> Decimals.exact(line.quality());
            case PointTerm.PostCoefficient post -> Decimals.exact(line.coefficient());
            case ShareTerm.GrassrootsPreference preference -> Decimals.exact(line.preference());
            case ShareTerm.Cap cap -> Decimals.exact(cap.timesMean());
            case ShareTerm.Floor floor -> Money.ofFen(floor.fen()).toString();
            default -> "";
        };
    }
}
