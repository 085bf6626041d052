package org.yilianti.staff.recruitment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Coded;

/** Whether a candidate may compete for a position: every condition, met or not (R8). */
record EligibilityRules(Requirements asked, LocalDate lastDay) {

    private static final String ANY = "any";

    /** @param documents what the office has found of the papers that were handed in */
    List<Finding> judge(Candidate candidate, boolean documents) {
        return List.of(
                new Finding("documents", documents, "in-order", documents ? "in-order" : "not-in-order"),
                age(candidate),
                atLeast("education", asked.minEducation(), candidate.education()),
                atLeast("title", asked.minTitle(), candidate.title()),
                specialty(candidate),
                licence(candidate));
    }

    private Finding age(Candidate candidate) {
        long age = ChronoUnit.YEARS.between(candidate.birthDate(), lastDay);
        Integer most = asked.maxAge();
        return new Finding("age", most == null || age <= most, most == null ? ANY : "≤ " + most, String.valueOf(age));
    }

    private static <E extends Enum<E> & Coded> Finding atLeast(String rule, @Nullable E least, E actual) {
        return new Finding(
                rule,
                least == null || actual.compareTo(least) >= 0,
                least == null ? ANY : "≥ " + least.code(),
                actual.code());
    }

    private Finding specialty(Candidate candidate) {
        String wanted = asked.specialty();
        return new Finding(
                "specialty",
                wanted == null || wanted.equals(candidate.specialty()),
                Objects.requireNonNullElse(wanted, ANY),
                Objects.requireNonNullElse(candidate.specialty(), "none"));
    }

    private Finding licence(Candidate candidate) {
        boolean named = candidate.licenceNumber() != null;
        return new Finding(
                "licence",
                named || !asked.licenceRequired(),
                asked.licenceRequired() ? "named" : ANY,
                named ? "named" : "none");
    }
}
