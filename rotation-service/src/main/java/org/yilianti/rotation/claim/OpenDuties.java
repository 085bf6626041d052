package org.yilianti.rotation.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;

/** What stands open at the places where a person is appointed or has an agreement, of their category and specialty. */
@Repository
public class OpenDuties {

    private final JdbcClient jdbc;
    private final Duties duties;

    OpenDuties(JdbcClient jdbc, Duties duties) {
        this.jdbc = jdbc;
        this.duties = duties;
    }

    /** By date; dates in the association's time, {@code to} exclusive. */
    public List<Duty> list(
            UUID association, UUID memberId, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest page) {
        var after = page.after();
        List<UUID> ids = jdbc.sql("""
                        select d.id from duty d
                        join roster_plan p on p.id = d.plan_id and p.status = 'published'
                        join directory_member m on m.id = :member and m.association_id = d.association_id
                        where d.association_id = :association and d.status = 'open'
                            and (d.category is null or d.category = m.category)
                            and (d.specialty is null or d.specialty = m.specialty)
                            and (exists (select 1 from directory_appointment a where a.member_id = m.id
                                    and a.institution_id = d.institution_id and a.valid_from <= d.work_date
                                    and (a.valid_to is null or a.valid_to > d.work_date))
                                or exists (select 1 from practice_agreement g where g.member_id = m.id and g.status = 'active'
                                    and g.host_institution_id = d.institution_id and g.valid_from <= d.work_date
                                    and g.valid_to > d.work_date)
                                or exists (select 1 from rotation_posting r where r.member_id = m.id
                                    and r.state in ('approved', 'running', 'returned') and r.host_institution_id = d.institution_id
                                    and r.valid_from <= d.work_date and r.valid_to > d.work_date))
                            and (:from is null or d.work_date >= :from) and (:to is null or d.work_date < :to)
                            and (:afterDate is null or d.work_date > :afterDate
                                or (d.work_date = :afterDate and d.id > :afterId))
                        order by d.work_date, d.id limit :limit
                        """)
                .param("association", Ids.bytes(association))
                .param("member", Ids.bytes(memberId))
                .param("from", from)
                .param("to", to)
                .param("afterDate", after == null ? null : after.date(0))
                .param("afterId", after == null ? null : Ids.bytes(after.id(1)))
                .param("limit", page.fetchSize())
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list();
        var known = duties.inForce(association, ids);
        return ids.stream().filter(known::containsKey).map(known::get).toList();
    }
}
