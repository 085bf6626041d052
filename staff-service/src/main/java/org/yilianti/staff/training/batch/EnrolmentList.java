package org.yilianti.staff.training.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.training.Enrolment;
import org.yilianti.staff.training.EnrolmentCells;
import org.yilianti.staff.training.EnrolmentDirectory;
import org.yilianti.staff.training.EnrolmentIntake;
import org.yilianti.staff.training.Programme;
import org.yilianti.staff.training.ProgrammeRepository;
import org.yilianti.staff.training.Session;
import org.yilianti.staff.training.SessionRepository;

/** {@code training-enrolments.v1}: who takes part in which session, as its host and whoever pays see it; a new row applies. */
@Component
class EnrolmentList implements RegistryList {

    private static final Template TEMPLATE = Template.of("training-enrolments")
            .columns("institution_code", "course", "starts_on", "place", "staff_no")
            .key()
            .columns("priority")
            .choice("state", Enrolment.State.class)
            .columns("attended_percent");
    private static final SortOrder BY_PRIORITY =
            SortOrder.of(null, Map.of("priority", "e.priority"), "priority", "e.id");
    private static final EnrolmentDirectory.Filter ALL = new EnrolmentDirectory.Filter(null, null, null, null);

    private final EnrolmentIntake intake;
    private final EnrolmentDirectory directory;
    private final SessionRepository sessions;
    private final ProgrammeRepository programmes;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    EnrolmentList(
            EnrolmentIntake intake,
            EnrolmentDirectory directory,
            SessionRepository sessions,
            ProgrammeRepository programmes,
            MemberDirectory members,
            AssociationCalendar calendar) {
        this.intake = intake;
        this.directory = directory;
        this.sessions = sessions;
        this.programmes = programmes;
        this.members = members;
        this.calendar = calendar;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return intake.take(editor, entries);
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        Sight sight = Sight.of(export.scope(), calendar.today());
        WholeList.forEach(
                page -> directory.list(export.association(), sight, ALL, BY_PRIORITY, page),
                row -> SortOrder.cursor(row.priority(), row.id()),
                page -> rows(export, page, rows));
    }

    private void rows(Export export, List<Enrolment> page, Consumer<List<@Nullable String>> rows) {
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
                rows.accept(cells(enrolment, session, course, staffNos.get(enrolment.member())));
            }
        }
    }

    private static List<@Nullable String> cells(
            Enrolment enrolment, Session session, Programme course, @Nullable String staffNo) {
        return Arrays.asList(
                course.institution().code(),
                course.details().title(),
                session.details().startsOn().toString(),
                session.details().place(),
                staffNo,
                Integer.toString(enrolment.priority()),
                enrolment.state().code(),
                EnrolmentCells.attended(enrolment));
    }
}
