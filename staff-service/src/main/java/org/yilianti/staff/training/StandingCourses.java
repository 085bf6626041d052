package org.yilianti.staff.training;

import org.yilianti.platform.problem.Refusal;

/**
 * When a temporary course has proved itself (R7).
 *
 * @param sessions with results, at least
 * @param passedPercent share of those with a result who passed, at least
 */
record StandingCourses(int sessions, int passedPercent) {

    StandingCourses {
        if (sessions < 1 || passedPercent < 0 || passedPercent > 100) {
            throw Refusal.invalid("policy.standing-courses-unfit", sessions, passedPercent);
        }
    }

    static StandingCourses standard() {
        return new StandingCourses(2, 80);
    }

    /** Refuses (409) a course that was held too rarely or passed by too few. */
    void judge(Trial trial) {
        if (trial.sessions() < sessions || trial.passed() * 100 < (long) passedPercent * trial.results()) {
            throw Refusal.conflict(
                    "programme.not-proved", sessions, passedPercent, trial.sessions(), trial.passed(), trial.results());
        }
    }

    /** How a course has gone so far. */
    record Trial(long sessions, long results, long passed) {}
}
