package org.yilianti.staff.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.training.CandidateRepository.Office;
import org.yilianti.staff.training.Enrolment.State;
import org.yilianti.staff.training.SessionRepository.Attended;

/** Who applies for a session in one file, in the order of their rows; touches no database. */
class Admission {

    private final Editor editor;
    private final Attended attended;
    private final Instant at;
    private final LocalDate today;
    private final List<Hopeful> hopeful = new ArrayList<>();

    /** @param attended the session, locked */
    Admission(Editor editor, Attended attended, Instant at, LocalDate today) {
        this.editor = editor;
        this.attended = attended;
        this.at = at;
        this.today = today;
    }

    /** Somebody whose row is sound so far. */
    private record Hopeful(Entry entry, Enrolment enrolment) {}

    /** @param offices main appointments of the person */
    void apply(Entry entry, MemberId member, int priority, List<Office> offices) {
        Session session = attended.session();
        if (EnrolmentCells.said(entry)) {
            entry.fault("state", "enrolment-new");
        }
        try {
            session.requireOpen(today);
        } catch (Refusal refusal) {
            entry.fault("startsOn", refusal);
        }
        Optional<InstitutionRef> payer = offices.stream()
                .filter(office -> office.valid().contains(session.details().startsOn()))
                .map(Office::institution)
                .findFirst();
        if (payer.isEmpty()) {
            entry.fault("staffNo", "enrolment.no-main-appointment");
        }
        if (!entry.faulty()) {
            payer.ifPresent(office -> hopeful.add(new Hopeful(
                    entry, Enrolment.applied(session, member, office, priority, State.APPLIED, at, editor.name()))));
        }
    }

    /** All whose rows are sound so far. */
    List<Enrolment> applied() {
        return hopeful.stream().map(Hopeful::enrolment).toList();
    }

    /** Places as long as there are any; whom the budget does not cover gets a fault. */
    List<Enrolment> placed(Funds funds) {
        Session session = attended.session();
        List<Enrolment> placed = new ArrayList<>();
        long taken = attended.taken();
        for (Hopeful one : hopeful) {
            Enrolment applied = one.enrolment();
            State state = session.admits(taken);
            if (state == State.ENROLLED && !funds.take(applied)) {
                one.entry().fault("startsOn", funds.exceeded(applied));
            } else {
                taken += state == State.ENROLLED ? 1 : 0;
                placed.add(Enrolment.applied(
                        session,
                        applied.member(),
                        applied.institution(),
                        applied.priority(),
                        state,
                        at,
                        editor.name()));
            }
        }
        return placed;
    }
}
