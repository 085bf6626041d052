package org.yilianti.staff.training;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;

/** Reads what selections look at, and where somebody has the main appointment. */
@Repository
class CandidateRepository {

    private static final BigDecimal NEVER = new BigDecimal(99);

    private final JdbcClient jdbc;

    CandidateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The institution of the main appointment on a day; empty without one. */
    Optional<InstitutionRef> office(UUID association, MemberId member, LocalDate day) {
        return jdbc.sql("""
                        select i.id, i.code from appointment a join institution i on i.id = a.institution_id
                        where a.association_id = ? and a.member_id = ? and a.believed = 1 and a.main_post and a.valid_from <= ?
                            and (a.valid_to is null or a.valid_to > ?) order by a.valid_from desc limit 1
                        """)
                .params(Ids.bytes(association), member.bytes(), day, day)
                .query((row, number) -> new InstitutionRef(InstitutionId.of(row.getBytes("id")), row.getString("code")))
                .optional();
    }

    /** Where somebody has the main appointment from when to when. */
    record Office(InstitutionRef institution, DatePeriod valid) {}

    /** All main appointments that are believed of these people. */
    Map<MemberId, List<Office>> offices(UUID association, Collection<MemberId> members) {
        Map<MemberId, List<Office>> offices = new HashMap<>();
        if (!members.isEmpty()) {
            jdbc.sql("""
                            select a.member_id, a.valid_from, a.valid_to, i.id, i.code
                            from appointment a join institution i on i.id = a.institution_id
                            where a.association_id = :association and a.member_id in (:members) and a.believed = 1 and a.main_post
                            order by a.valid_from
                            """)
                    .param("association", Ids.bytes(association))
                    .param("members", members.stream().map(MemberId::bytes).toList())
                    .query(row -> {
                        offices.computeIfAbsent(MemberId.of(row.getBytes("member_id")), id -> new ArrayList<>())
                                .add(new Office(
                                        new InstitutionRef(InstitutionId.of(row.getBytes("id")), row.getString("code")),
                                        new DatePeriod(
                                                row.getObject("valid_from", LocalDate.class),
                                                row.getObject("valid_to", LocalDate.class))));
                    });
        }
        return offices;
    }

    /** Everybody who has applied for a session, by application. */
    List<Candidate> of(Session session, ProgrammeKind kind, CreditNeeds needs) {
        LocalDate start = session.details().startsOn();
        return jdbc.sql("""
                        select e.id, e.applied_at, e.priority, i.setting, m.title_since,
                            i.tier in ('township-health-centre', 'community-health-centre', 'village-clinic') as grassroots,
                            coalesce((select sum(c.credits) from training_credit c where c.member_id = m.id and c.standing = 1
                                and c.earned_on >= :newYear and c.earned_on < :nextYear), 0) as earned,
                            (select max(before_s.starts_on) from training_enrolment before_e
                                join training_session before_s on before_s.id = before_e.session_id
                                join training_programme before_p on before_p.id = before_s.programme_id
                                where before_e.member_id = m.id and before_e.state in ('enrolled', 'passed', 'failed')
                                    and before_p.kind = :kind and before_s.starts_on < :start) as last_on
                        from training_enrolment e join member m on m.id = e.member_id join institution i on i.id = e.institution_id
                        where e.association_id = :association and e.session_id = :session and e.state = 'applied' order by e.id
                        """)
                .param("association", Ids.bytes(session.association()))
                .param("session", Ids.bytes(session.id()))
                .param("kind", kind.code())
                .param("start", start)
                .param("newYear", start.withDayOfYear(1))
                .param("nextYear", start.withDayOfYear(1).plusYears(1))
                .query((row, number) -> candidate(row, start, needs))
                .list();
    }

    private static Candidate candidate(ResultSet row, LocalDate start, CreditNeeds needs) throws SQLException {
        Map<SelectionMeasure, BigDecimal> values = new EnumMap<>(SelectionMeasure.class);
        LocalDate last = row.getObject("last_on", LocalDate.class);
        values.put(SelectionMeasure.RURAL, one("rural".equals(row.getString("setting"))));
        values.put(SelectionMeasure.GRASSROOTS, one(row.getBoolean("grassroots")));
        values.put(SelectionMeasure.YEARS_IN_TITLE, years(row.getObject("title_since", LocalDate.class), start));
        values.put(
                SelectionMeasure.LACKING_CREDITS,
                needs.yearly().subtract(row.getBigDecimal("earned")).max(BigDecimal.ZERO));
        values.put(SelectionMeasure.YEARS_SINCE_LAST, last == null ? NEVER : years(last, start));
        values.put(SelectionMeasure.PRIORITY, BigDecimal.valueOf(row.getInt("priority")));
        return new Candidate(
                Ids.uuid(row.getBytes("id")), row.getTimestamp("applied_at").toInstant(), values);
    }

    private static BigDecimal one(boolean yes) {
        return yes ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private static BigDecimal years(@Nullable LocalDate since, LocalDate day) {
        return since == null ? BigDecimal.ZERO : BigDecimal.valueOf(Math.max(0, ChronoUnit.YEARS.between(since, day)));
    }
}
