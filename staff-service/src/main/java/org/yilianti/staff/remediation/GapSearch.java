package org.yilianti.staff.remediation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.remediation.RemediationCase.Gap;
import org.yilianti.staff.remediation.RemediationCase.Holder;
import org.yilianti.staff.remediation.RemediationRules.Requirement;

/** Finds in the database who lacks what a post needs, and whose case has lost its ground. */
@Repository
class GapSearch {

    /** A licence of one of the kinds is held today; a suspended one is. */
    private static final String LICENSED = """
            exists (select 1 from licence l where l.member_id = m.id and l.believed = 1 and l.status <> 'revoked'
                and find_in_set(l.kind, %s) > 0 and l.valid_from <= :today and (l.valid_to is null or l.valid_to > :today))
            """;

    private static final String TITLED = """
            field(m.title, 'none', 'junior', 'intermediate', 'associate-senior', 'senior')
                >= field(%s, 'none', 'junior', 'intermediate', 'associate-senior', 'senior')
            """;

    private final JdbcClient jdbc;

    GapSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who lacks something, in a post that needs it. */
    record Found(Holder holder, Gap gap) {}

    /** What one requirement asks for. */
    static List<Gap> gaps(Requirement requirement) {
        List<Gap> gaps = new ArrayList<>();
        if (!requirement.licences().isEmpty()) {
            String kinds = requirement.licences().stream().map(Coded::code).collect(Collectors.joining(","));
            gaps.add(new Gap(GapKind.LICENCE, kinds));
        }
        Optional.ofNullable(requirement.title()).ifPresent(title -> gaps.add(new Gap(GapKind.TITLE, title.code())));
        return gaps;
    }

    /** Those who lack what a requirement asks for, known since {@code knownBy}, without an unfinished case. */
    List<Found> lacking(
            UUID association, Requirement requirement, Gap gap, LocalDate today, Instant knownBy, int limit) {
        return jdbc.sql("""
                        select m.id as member_id, a.id as appointment_id, i.id as institution_id, i.code
                        from appointment a join member m on m.id = a.member_id and m.merged_into_id is null
                        join institution i on i.id = a.institution_id
                        where a.association_id = :association and a.believed = 1 and a.main_post and a.valid_from <= :today
                            and (a.valid_to is null or a.valid_to > :today) and m.category = :category
                            and (:post is null or a.post = :post)
                            and (select min(first.recorded_at) from appointment first where first.id = a.id) <= :knownBy
                            and not exists (select 1 from remediation_case c where c.member_id = m.id and c.gap = :gap and c.open_case = 1)
                            and not\s""" + (gap.kind() == GapKind.LICENCE ? LICENSED : "(" + TITLED + ")").formatted(":required")
                        + " order by m.id limit :size")
                .param("association", Ids.bytes(association))
                .param("today", today)
                .param("category", requirement.category().code())
                .param("post", requirement.post())
                .param("knownBy", Timestamp.from(knownBy))
                .param("gap", gap.kind().code())
                .param("required", gap.required())
                .param("size", limit)
                .query((row, number) -> new Found(
                        new Holder(
                                association,
                                MemberId.of(row.getBytes("member_id")),
                                new InstitutionRef(
                                        InstitutionId.of(row.getBytes("institution_id")), row.getString("code")),
                                Ids.uuid(row.getBytes("appointment_id"))),
                        gap))
                .list();
    }

    /** Whether somebody has now what a gap names; what is named in words the office alone knows. */
    boolean qualified(UUID association, MemberId member, Gap gap, LocalDate today) {
        if (gap.kind() == GapKind.OTHER) {
            return true;
        }
        return jdbc.sql("select count(*) from member m where m.association_id = :association and m.id = :member and "
                                + (gap.kind() == GapKind.LICENCE ? LICENSED : TITLED).formatted(":required"))
                        .param("association", Ids.bytes(association))
                        .param("member", member.bytes())
                        .param("today", today)
                        .param("required", gap.required())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Open cases of those who have by now what they lacked. */
    List<UUID> qualified(UUID association, LocalDate today, int limit) {
        return jdbc.sql(
                        "select c.id from remediation_case c join member m on m.id = c.member_id"
                                + " where c.association_id = :association and c.state = 'open' and (c.gap = 'licence' and "
                                + LICENSED.formatted("c.required") + " or c.gap = 'title' and "
                                + TITLED.formatted("c.required")
                                + ") and not exists (select 1 from remediation_task t where t.case_id = c.id and not exists"
                                + " (select 1 from training_enrolment e join training_session s on s.id = e.session_id"
                                + " where s.programme_id = t.programme_id and e.member_id = c.member_id and e.state = 'passed'"
                                + " and s.ends_on >= date(c.opened_at) and e.recorded_at >= c.opened_at)) order by c.id limit :size")
                .param("association", Ids.bytes(association))
                .param("today", today)
                .param("size", limit)
                .query((row, number) -> Ids.uuid(row.getBytes("id")))
                .list();
    }

    /** Unfinished cases of those who no longer hold the post. */
    List<UUID> left(UUID association, LocalDate today, int limit) {
        return jdbc.sql("""
                        select c.id from remediation_case c where c.association_id = :association and c.open_case = 1
                            and not exists (select 1 from appointment a where a.id = c.appointment_id and a.believed = 1
                                and (a.valid_to is null or a.valid_to > :today)) order by c.id limit :size
                        """)
                .param("association", Ids.bytes(association))
                .param("today", today)
                .param("size", limit)
                .query((row, number) -> Ids.uuid(row.getBytes("id")))
                .list();
    }

    /** The post that somebody's main appointment gives on a day; empty without one. */
    Optional<Holder> holder(UUID association, MemberId member, LocalDate day) {
        return jdbc.sql("""
                        select a.id as appointment_id, i.id as institution_id, i.code
                        from appointment a join institution i on i.id = a.institution_id
                        where a.association_id = ? and a.member_id = ? and a.believed = 1 and a.main_post and a.valid_from <= ?
                            and (a.valid_to is null or a.valid_to > ?) order by a.valid_from desc limit 1
                        """)
                .params(Ids.bytes(association), member.bytes(), day, day)
                .query((row, number) -> new Holder(
                        association,
                        member,
                        new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("code")),
                        Ids.uuid(row.getBytes("appointment_id"))))
                .optional();
    }
}
