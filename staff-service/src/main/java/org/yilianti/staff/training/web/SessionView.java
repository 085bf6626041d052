package org.yilianti.staff.training.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.training.SelectionMeasure;
import org.yilianti.staff.training.SelectionRules.Criterion;
import org.yilianti.staff.training.Session;
import org.yilianti.staff.training.SessionRepository.Attended;

/**
 * A session as it is shown.
 *
 * @param taken people who have a place
 * @param hoping people who have applied or wait
 */
record SessionView(
        UUID id,
        long version,
        UUID programmeId,
        String institutionCode,
        String place,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate applyUntil,
        int capacity,
        long costFen,
        List<Criterion> criteria,
        List<SelectionMeasure> tieRule,
        String state,
        @Nullable String reason,
        long taken,
        long hoping) {

    static SessionView of(Attended attended) {
        Session session = attended.session();
        Session.Details details = session.details();
        return new SessionView(
                session.id(),
                session.version(),
                session.programme(),
                session.institution().code(),
                details.place(),
                details.startsOn(),
                details.endsOn(),
                details.applyUntil(),
                details.capacity(),
                details.cost().fen(),
                session.rules().criteria(),
                session.rules().tieRule(),
                session.state().code(),
                session.reason(),
                attended.taken(),
                attended.hoping());
    }
}
