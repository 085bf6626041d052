package org.yilianti.staff.recruitment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yilianti.staff.member.Title;
import org.yilianti.staff.recruitment.Application.Decision;

/**
 * Somebody who competes for a position, as the ranking sees them.
 *
 * @param grounds of preference that were recognised
 */
record Contestant(
        UUID application, Scores scores, List<String> grounds, Education education, Title title, Instant appliedAt) {

    static Contestant of(Application application) {
        return new Contestant(
                application.id(),
                application.scores(),
                Optional.ofNullable(application.decision())
                        .map(Decision::grounds)
                        .orElse(List.of()),
                application.candidate().education(),
                application.candidate().title(),
                application.appliedAt());
    }
}
