package org.yilianti.staff.privacy;

import java.time.LocalDate;
import org.yilianti.platform.problem.Refusal;

/**
 * How long is kept who a person was.
 *
 * @param identityYears after the end of the last appointment, 2 to 100: the Labour Contract Law (art. 50) asks for two at least
 */
record RetentionRules(int identityYears) {

    RetentionRules {
        if (identityYears < 2 || identityYears > 100) {
            throw Refusal.invalid("policy.identity-years-unfit", identityYears);
        }
    }

    /** What holds until an association decides otherwise. */
    static RetentionRules standard() {
        return new RetentionRules(2);
    }

    /** First day on which the identity need not be kept. */
    LocalDate identityUntil(LocalDate lastAppointmentEnded) {
        return lastAppointmentEnded.plusYears(identityYears);
    }
}
