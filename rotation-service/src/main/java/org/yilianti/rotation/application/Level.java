package org.yilianti.rotation.application;

import org.yilianti.platform.access.Role;

/**
 * One decision on the way.
 *
 * @param reaches the state that the last of the levels with it brings about: consented, accepted or filed
 * @param office where the decision is made
 * @param role which role there makes it
 * @param dueWorkingDays working days until it is escalated
 */
public record Level(ApplicationState reaches, Office office, Role role, int dueWorkingDays) {

    public Level {
        if (reaches != ApplicationState.CONSENTED
                && reaches != ApplicationState.ACCEPTED
                && reaches != ApplicationState.FILED) {
            throw new IllegalArgumentException("a level reaches consented, accepted or filed, not " + reaches.code());
        }
        if (role != Role.REGISTRAR && role != Role.HR_OFFICER) {
            throw new IllegalArgumentException("registrars and HR officers decide, not " + role.claim());
        }
        if (dueWorkingDays < 1 || dueWorkingDays > 250) {
            throw new IllegalArgumentException("a level is due after 1 to 250 working days, not " + dueWorkingDays);
        }
    }
}
