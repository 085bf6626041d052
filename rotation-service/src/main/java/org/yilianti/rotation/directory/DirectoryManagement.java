package org.yilianti.rotation.directory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.ids.Ids;

/** Applies what staff-service tells, batch by batch. */
@Component
@Transactional
public class DirectoryManagement {

    private final Institutions institutions;
    private final Members members;
    private final Appointments appointments;
    private final Licences licences;
    private final Assessments assessments;
    private final CompletedCourses courses;
    private final DirectoryHistory history;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    DirectoryManagement(
            Institutions institutions,
            Members members,
            Appointments appointments,
            Licences licences,
            Assessments assessments,
            CompletedCourses courses,
            DirectoryHistory history,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.institutions = institutions;
        this.members = members;
        this.appointments = appointments;
        this.licences = licences;
        this.assessments = assessments;
        this.courses = courses;
        this.history = history;
        this.events = events;
        this.jdbc = jdbc;
    }

    public void institutionsChanged(List<Institution> changed) {
        institutions.upsert(changed);
    }

    /** Keeps members and appointments; the consequences are drawn as for licences. */
    public void membersChanged(List<MemberState> changed) {
        Map<UUID, Set<UUID>> idsByAssociation = changed.stream()
                .map(MemberState::member)
                .collect(
                        Collectors.groupingBy(Member::association, Collectors.mapping(Member::id, Collectors.toSet())));
        idsByAssociation.forEach(members::lock);
        members.upsert(changed.stream().map(MemberState::member).toList());
        Map<UUID, UUID> associations =
                changed.stream().map(MemberState::member).collect(Collectors.toMap(Member::id, Member::association));
        appointments.replace(
                associations.keySet(),
                changed.stream().flatMap(state -> state.appointments().stream()).toList(),
                associations);
        history.rememberMembers(associations.keySet());
        idsByAssociation.forEach(
                (association, memberIds) -> events.publishEvent(new MembersChanged(association, memberIds)));
    }

    /** Keeps the licences and lets every feature that rests on them draw its consequences in this same transaction. */
    public void licencesChanged(List<Licence> changed) {
        var membersByAssociation = changed.stream()
                .collect(Collectors.groupingBy(
                        Licence::association, Collectors.mapping(Licence::memberId, Collectors.toSet())));
        membersByAssociation.forEach(members::lock);
        licences.upsert(changed);
        history.rememberLicences(changed.stream().map(Licence::id).toList());
        membersByAssociation.forEach(
                (association, memberIds) -> events.publishEvent(new LicencesChanged(association, memberIds)));
    }

    /** Keeps the assessments; the consequences are drawn as for licences. */
    public void assessmentsChanged(List<Assessment> changed) {
        var membersByAssociation = changed.stream()
                .collect(Collectors.groupingBy(
                        Assessment::association, Collectors.mapping(Assessment::memberId, Collectors.toSet())));
        membersByAssociation.forEach(members::lock);
        assessments.upsert(changed);
        membersByAssociation.forEach(
                (association, memberIds) -> events.publishEvent(new AssessmentsChanged(association, memberIds)));
    }

    /** Keeps completed courses; they are asked for when somebody is to be posted and take nothing away by themselves. */
    public void coursesCompleted(List<CompletedCourse> changed) {
        courses.upsert(changed);
    }

    /** What is known of the association now. */
    @Transactional(readOnly = true)
    public DirectoryCounts counts(UUID association) {
        return jdbc.sql("""
                        select (select count(*) from directory_institution where association_id = :association) institutions,
                            (select count(*) from directory_member where association_id = :association) members,
                            (select count(*) from directory_appointment where association_id = :association) appointments,
                            (select count(*) from directory_licence where association_id = :association) licences
                        """)
                .param("association", Ids.bytes(association))
                .query((row, number) ->
                        new DirectoryCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }
}
