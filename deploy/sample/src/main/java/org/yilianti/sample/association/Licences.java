package org.yilianti.sample.association;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Licences of those whose work needs one. Nurses and village doctors are registered for 5 years, all others for a working life.
 * Of every thousand licences about 19 end within 60 days of the month's first day, 6 have expired and 3 are suspended.
 */
final class Licences {

    private static final int ENDING_EVERY = 53;
    private static final int EXPIRED_EVERY = 167;
    private static final int SUSPENDED_EVERY = 331;
    private static final int WORKING_LIFE_YEARS = 40;
    private static final int REGISTRATION_YEARS = 5;

    private final LocalDate month;
    private int count;

    Licences(LocalDate month) {
        this.month = month;
    }

    /** The licence row of one person, if the work needs a licence. */
    Optional<List<String>> row(Person person) {
        if (!person.category().licensed()) {
            return Optional.empty();
        }
        count++;
        var role = person.position().role();
        if (role == Role.EXPIRED) {
            return Optional.of(row(person, month.minusMonths(3), "active"));
        }
        if (role != null) {
            return Optional.of(row(person, longTerm(person), "active"));
        }
        if (count % SUSPENDED_EVERY == 50) {
            return Optional.of(row(person, regularEnd(person), "suspended"));
        }
        if (count % EXPIRED_EVERY == 20) {
            return Optional.of(row(person, month.minusDays(10 + count % 200), "active"));
        }
        if (count % ENDING_EVERY == 9) {
            return Optional.of(row(person, month.plusDays(12 + count * 7L % 48), "active"));
        }
        return Optional.of(row(person, regularEnd(person), "active"));
    }

    private List<String> row(Person person, LocalDate to, String status) {
        var specialty = person.position().specialty();
        if (specialty == null) {
            throw new IllegalStateException(person.staffNo() + " needs a licence but has no specialty");
        }
        boolean suspended = status.equals("suspended");
        return List.of(
                "99%d9999%08d".formatted(person.category().licenceDigit(), count),
                person.staffNo(),
                person.category().code(),
                specialty.licenceCategory(),
                specialty.code(),
                person.site().code(),
                "云岭市卫生健康局",
                from(person, to).toString(),
                to.toString(),
                status,
                suspended ? month.minusDays(20 + count % 30).toString() : "",
                suspended ? month.plusMonths(3).toString() : "",
                suspended ? "定期考核不合格" : "");
    }

    private LocalDate regularEnd(Person person) {
        return renewable(person)
                ? month.plusDays(120 + (count * 37L) % (REGISTRATION_YEARS * 365 - 130))
                : longTerm(person);
    }

    private static LocalDate longTerm(Person person) {
        return person.careerStart().plusYears(WORKING_LIFE_YEARS);
    }

    private LocalDate from(Person person, LocalDate to) {
        if (!renewable(person)) {
            return person.careerStart();
        }
        var registered = to.minusYears(REGISTRATION_YEARS);
        return registered.isBefore(person.careerStart()) ? person.careerStart() : registered;
    }

    private static boolean renewable(Person person) {
        return person.category() == Category.NURSE || person.category() == Category.VILLAGE_DOCTOR;
    }
}
