package org.yilianti.staff.training.batch;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.bulk.RegistryList.Export;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.training.Enrolment;
import org.yilianti.staff.training.EnrolmentDirectory;
import org.yilianti.staff.training.Programme;
import org.yilianti.staff.training.ProgrammeRepository;
import org.yilianti.staff.training.Session;
import org.yilianti.staff.training.SessionRepository;

/** Enrolments as the lists about them leave, with what names them in a file. */
@Component
class EnrolmentRows {

    private static final SortOrder BY_PRIORITY =
            SortOrder.of(null, Map.of("priority", "e.priority"), "priority", "e.id");
    private static final EnrolmentDirectory.Filter ALL = new EnrolmentDirectory.Filter(null, null, null, null);

    private final EnrolmentDirectory directory;
    private final SessionRepository sessions;
    private final ProgrammeRepository programmes;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    EnrolmentRows(
            EnrolmentDirectory directory,
            SessionRepository sessions,
            ProgrammeRepository programmes,
            MemberDirectory members,
            AssociationCalendar calendar) {
        this.directory = directory;
        this.sessions = sessions;
        this.programmes = programmes;
        this.members = members;
        this.calendar = calendar;
    }

    /** Somebody who takes part in a session of a course. */
    record Row(
            Enrolment enrolment,
            Session session,
            Programme course,
            @Nullable String staffNo) {

        /** Who holds the session decides on its results. */
        String host() {
            return course.institution().code();
        }
    }

    /** Everybody in sight who takes part and has not left. */
    void forEach(Export export, Consumer<Row> rows) {
        Sight sight = Sight.of(export.scope(), calendar.today());
        WholeList.forEach(
                page -> directory.list(export.association(), sight, ALL, BY_PRIORITY, page),
                row -> SortOrder.cursor(row.priority(), row.id()),
                page -> named(export, page, rows));
    }

    private void named(Export export, List<Enrolment> page, Consumer<Row> rows) {
        List<Enrolment> there = page.stream().filter(Enrolment::takesPart).toList();
        Map<UUID, Session> held = sessions
                .withIds(there.stream().map(Enrolment::session).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Session::id, Function.identity()));
        Map<UUID, Programme> courses =
                programmes
                        .withIds(held.values().stream()
                                .map(Session::programme)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Programme::id, Function.identity()));
        Map<MemberId, String> staffNos = members.staffNos(
                export.association(),
                there.stream().map(Enrolment::member).distinct().toList());
        for (Enrolment enrolment : there) {
            Session session = held.get(enrolment.session());
            Programme course = session == null ? null : courses.get(session.programme());
            if (session != null && course != null) {
                rows.accept(new Row(enrolment, session, course, staffNos.get(enrolment.member())));
            }
        }
    }
}
