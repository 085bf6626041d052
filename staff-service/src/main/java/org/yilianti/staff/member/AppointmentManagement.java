package org.yilianti.staff.member;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.member.AppointmentBook.Held;

/** Makes, corrects, transfers and ends appointments, one by one. */
@Service
public class AppointmentManagement {

    private final AppointmentRepository appointments;
    private final AppointmentBook book;

    AppointmentManagement(AppointmentRepository appointments, AppointmentBook book) {
        this.appointments = appointments;
        this.book = book;
    }

    /** Appoints a member; refuses (422) what a policy objects to, (409) an external id that is taken. */
    @Transactional
    public Appointment appoint(Editor editor, MemberId memberId, Entry entry) {
        Held held = book.hold(editor, memberId);
        AppointmentId id = AppointmentId.next();
        String given = entry.optionalText("externalId", 50);
        AppointmentDetails details = AppointmentDetails.read(entry, given == null ? id.toString() : given);
        String reason = entry.optionalText("reason", 500);
        InstitutionId institution = book.judged(editor, entry, held.member(), id, details, held.beside(id));
        if (!appointments
                .byExternalId(editor.association(), List.of(details.externalId()))
                .isEmpty()) {
            throw Refusal.conflict("appointment.exists", details.externalId()).at("/externalId");
        }
        Appointment made = new Appointment(id, 1, memberId, institution, details, book.recording(editor, reason));
        book.write(editor, "appointment.made", held.member(), List.of(), List.of(made));
        return made;
    }

    /** Corrects what is believed of an appointment, past and future; what was believed before stays known. */
    @Transactional
    public Appointment correct(Editor editor, AppointmentId id, ExpectedVersion expected, Entry entry) {
        Held held = book.holdHolder(editor, id);
        Appointment known = believed(held, id);
        expected.check(known.revision());
        AppointmentDetails details =
                AppointmentDetails.read(entry, known.details().externalId());
        String reason = entry.text("reason", 500);
        InstitutionId institution = book.judged(editor, entry, held.member(), id, details, held.beside(id));
        Appointment corrected = known.corrected(institution, details, book.recording(editor, reason));
        if (corrected.revision() > known.revision()) {
            replace(editor, "appointment.corrected", held, known, List.of(corrected));
        }
        return corrected;
    }

    /** Ends an appointment earlier than believed; refuses (422) an end outside its period. */
    @Transactional
    public Appointment end(Editor editor, AppointmentId id, Entry entry) {
        Held held = book.holdHolder(editor, id);
        Appointment known = believed(held, id);
        LocalDate end = entry.date("validTo");
        String reason = entry.text("reason", 500);
        if (!entry.faulty()) {
            known.objectionToEnd(end).ifPresent(entry::fault);
        }
        entry.refuseIfFaulty();
        Appointment ended = known.ended(end, book.recording(editor, reason));
        replace(editor, "appointment.ended", held, known, List.of(ended));
        return ended;
    }

    /**
     * Takes back an end: what was believed before it is believed again, of the person as whom its holder goes on; refuses (409) when
     * something else was recorded since, (422) what a policy objects to by now.
     *
     * @param revision that ended it
     */
    @Transactional
    public Appointment reinstate(Editor editor, AppointmentId id, int revision, String reason) {
        Held held = book.holdHolder(editor, id);
        Appointment known = believed(held, id);
        Refusal changed =
                Refusal.conflict("appointment.changed-since", known.details().externalId());
        boolean same = revision <= known.revision()
                && IntStream.range(revision, known.revision()).allMatch(since -> appointments
                        .revision(editor.association(), id, since)
                        .filter(then -> then.details().equals(known.details()))
                        .isPresent());
        if (!same) {
            throw changed;
        }
        AppointmentDetails before = appointments
                .revision(editor.association(), id, revision - 1)
                .orElseThrow(() -> changed)
                .details();
        InstitutionId institution = book.judged(editor, Entry.form(), held.member(), id, before, held.beside(id));
        Appointment reinstated = known.corrected(institution, before, book.recording(editor, reason));
        replace(editor, "appointment.reinstated", held, known, List.of(reinstated));
        return reinstated;
    }

    /** Takes back an appointment that was recorded by mistake: it is believed no more, but stays known as believed before. */
    @Transactional
    public Appointment annul(Editor editor, AppointmentId id, Entry entry) {
        Held held = book.holdHolder(editor, id);
        Appointment known = believed(held, id);
        String reason = entry.text("reason", 500);
        entry.refuseIfFaulty();
        Appointment annulled = known.annulled(book.recording(editor, reason));
        book.write(editor, "appointment.annulled", held.member(), List.of(annulled), List.of());
        return annulled;
    }

    /** Ends an appointment on a day and continues it from that day elsewhere: both or neither. */
    @Transactional
    public Appointment transfer(Editor editor, AppointmentId id, Entry entry) {
        Held held = book.holdHolder(editor, id);
        Appointment known = believed(held, id);
        LocalDate from = entry.date("from");
        String reason = entry.text("reason", 500);
        if (!entry.faulty()) {
            known.objectionToEnd(from)
                    .ifPresent(fault ->
                            entry.fault("from", fault.code(), fault.args().toArray()));
        }
        entry.refuseIfFaulty();
        Recording now = book.recording(editor, reason);
        Appointment left = known.ended(from, now);
        AppointmentId newId = AppointmentId.next();
        AppointmentDetails details = known.details()
                .transferred(
                        newId.toString(),
                        entry,
                        new DatePeriod(from, known.details().valid().to()));
        InstitutionId institution =
                book.judged(editor, entry, held.member(), id, details, with(held.beside(id), left.details()));
        Appointment joined = new Appointment(newId, 1, known.member(), institution, details, left.recording());
        replace(editor, "appointment.transferred", held, known, List.of(left, joined));
        return joined;
    }

    private static Appointment believed(Held held, AppointmentId id) {
        return held.find(id).orElseThrow(() -> Refusal.notFound("appointment.unknown", id));
    }

    private static List<AppointmentDetails> with(List<AppointmentDetails> others, AppointmentDetails more) {
        return Stream.concat(others.stream(), Stream.of(more)).toList();
    }

    private void replace(Editor editor, String action, Held held, Appointment known, List<Appointment> taken) {
        book.write(editor, action, held.member(), List.of(known.supersededBy(taken.getFirst())), taken);
    }
}
