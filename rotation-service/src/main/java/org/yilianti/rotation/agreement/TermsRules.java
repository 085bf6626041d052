package org.yilianti.rotation.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.platform.time.DatePeriod;

/** The index of all conditions on terms that their types alone do not keep, in the order in which they are told. */
public final class TermsRules {

    private static final List<TermsRule> RULES =
            List.of(TermsRules::withinTerm, TermsRules::withoutClash, TermsRules::withinHours);

    private TermsRules() {}

    /** Refuses (422) with everything that contradicts the rules, in terms that are the whole body of a request. */
    public static void check(AgreementTerms terms) {
        check(terms, "");
    }

    /** @param pointer of the JSON object that states the terms */
    static void check(AgreementTerms terms, String pointer) {
        List<Violation> violations = violations(terms).stream()
                .map(one -> new Violation(pointer + one.pointer(), one.code(), one.args()))
                .toList();
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }

    static List<Violation> violations(AgreementTerms terms) {
        return RULES.stream().flatMap(rule -> rule.violations(terms)).toList();
    }

    private static Stream<Violation> withinTerm(AgreementTerms terms) {
        return sessions(terms)
                .filter(index -> outside(terms.timetable().get(index), terms))
                .mapToObj(index -> new Violation(
                        "/timetable/" + index,
                        "agreement.session-outside-term",
                        terms.term().from(),
                        terms.validTo()));
    }

    private static boolean outside(TimetableSession session, AgreementTerms terms) {
        LocalDate from = session.from();
        LocalDate to = session.to();
        return (from != null && !terms.term().contains(from))
                || (to != null
                        && (to.isAfter(terms.validTo())
                                || !to.isAfter(from == null ? terms.term().from() : from)));
    }

    private static Stream<Violation> withoutClash(AgreementTerms terms) {
        return sessions(terms)
                .filter(index -> IntStream.range(0, index)
                        .anyMatch(other -> clash(
                                terms.timetable().get(other),
                                terms,
                                terms.timetable().get(index),
                                terms)))
                .mapToObj(index -> new Violation("/timetable/" + index, "agreement.sessions-clash"));
    }

    /** Whether the two sessions recur in the same weeks at times that nobody can keep both. */
    static boolean clash(TimetableSession one, AgreementTerms ofOne, TimetableSession other, AgreementTerms ofOther) {
        return !outside(one, ofOne)
                && !outside(other, ofOther)
                && one.within(ofOne.term()).overlaps(other.within(ofOther.term()))
                && one.clashesWith(other);
    }

    private static Stream<Violation> withinHours(AgreementTerms terms) {
        int busiest = terms.timetable().stream()
                .filter(session -> !outside(session, terms))
                .map(session -> session.within(terms.term()))
                .map(DatePeriod::from)
                .mapToInt(day -> weekMinutes(terms, day))
                .max()
                .orElse(0);
        return busiest > terms.weeklyHours() * 60
                ? Stream.of(new Violation("/timetable", "agreement.timetable-over-hours", busiest, terms.weeklyHours()))
                : Stream.empty();
    }

    private static int weekMinutes(AgreementTerms terms, LocalDate day) {
        return terms.timetable().stream()
                .filter(session -> !outside(session, terms))
                .filter(session -> session.within(terms.term()).contains(day))
                .mapToInt(TimetableSession::minutes)
                .sum();
    }

    private static IntStream sessions(AgreementTerms terms) {
        return IntStream.range(0, terms.timetable().size());
    }
}
