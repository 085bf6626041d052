package org.yilianti.staff.career;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.StaffCategory;
import org.yilianti.staff.member.Title;

/** Reads what is known of members as promotion asks, and keeps what was heard of their service. */
@Repository
class CareerRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CareerRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The newest of each member. */
    void keep(Collection<GrassrootsService> services) {
        batches.batchUpdate(
                """
                insert into grassroots_service (member_id, counts_for_id, association_id, days, last_day) values (?, ?, ?, ?, ?)
                on duplicate key update days = values(days), last_day = values(last_day)
                """,
                services.stream()
                        .map(service -> new @Nullable Object[] {
                            Ids.bytes(service.member()),
                            Ids.bytes(service.member()),
                            Ids.bytes(service.association()),
                            service.days(),
                            service.lastDay()
                        })
                        .toList());
    }

    /** Days that were told of the record that went; later events come under the id they were served by. */
    void handOver(UUID association, MemberId duplicate, MemberId survivor) {
        jdbc.sql("update grassroots_service set counts_for_id = ? where association_id = ? and member_id = ?")
                .params(survivor.bytes(), Ids.bytes(association), duplicate.bytes())
                .update();
    }

    /** What is known of a member on a day. */
    Optional<CareerFacts> facts(UUID association, MemberId member, LocalDate day) {
        return jdbc.sql("""
                        select m.category, m.title, m.title_since, main_i.id as main_id, main_i.code as main_code, main_i.setting,
                            (select count(*) from licence l where l.member_id = m.id and l.believed = 1 and l.status = 'active'
                                and l.valid_from <= :day and (l.valid_to is null or l.valid_to > :day)) as licences,
                            (select max(s.held_on) from assessment s where s.member_id = m.id and s.standing = 1
                                and s.result = 'failed') as last_failure,
                            (select sum(g.days) from grassroots_service g where g.counts_for_id = m.id) as served_days,
                            (select sum(datediff(least(coalesce(e.valid_to, :day), :day), e.valid_from)) from appointment e
                                join institution i on i.id = e.institution_id
                                where e.member_id = m.id and e.believed = 1 and e.main_post and e.valid_from < :day
                                    and i.tier in ('township-health-centre', 'community-health-centre', 'village-clinic')) as employed_days
                        from member m
                        left join appointment a on a.member_id = m.id and a.believed = 1 and a.main_post and a.valid_from <= :day
                            and (a.valid_to is null or a.valid_to > :day)
                        left join institution main_i on main_i.id = a.institution_id
                        where m.association_id = :association and m.id = :member
                        """)
                .param("association", Ids.bytes(association))
                .param("member", member.bytes())
                .param("day", day)
                .query((row, number) -> facts(row, day))
                .optional();
    }

    private static CareerFacts facts(ResultSet row, LocalDate day) throws SQLException {
        byte[] main = row.getBytes("main_id");
        return new CareerFacts(
                Coded.of(StaffCategory.class, row.getString("category")),
                Coded.of(Title.class, row.getString("title")),
                row.getObject("title_since", LocalDate.class),
                main == null ? null : new InstitutionRef(InstitutionId.of(main), row.getString("main_code")),
                "rural".equals(row.getString("setting")),
                row.getInt("licences") > 0,
                row.getObject("last_failure", LocalDate.class),
                row.getInt("served_days"),
                row.getInt("employed_days"),
                day);
    }
}
