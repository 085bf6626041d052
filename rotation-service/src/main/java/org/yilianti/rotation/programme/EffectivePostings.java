package org.yilianti.rotation.programme;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.practice.PostedDays;
import org.yilianti.rotation.practice.Postings;

/** The postings that bind, as the lawful-practice decision asks for them. */
@Repository
class EffectivePostings implements Postings {

    private final JdbcClient jdbc;

    EffectivePostings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An early return counts from when it was recorded; until then the agreed end was known. */
    @Override
    public Map<UUID, List<PostedDays>> byMember(
            UUID association, Collection<UUID> memberIds, @Nullable Instant knownAt) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        record Row(UUID member, PostedDays posted) {}
        return jdbc
                .sql("""
                        select member_id, host_institution_id, valid_from,
                            case when returned_at <= coalesce(:known, returned_at) then valid_to else agreed_to end until
                        from rotation_posting where association_id = :association and member_id in (:members)
                            and state in ('approved', 'running', 'returned')
                            and (:known is null or effective_at <= :known)
                        order by valid_from
                        """)
                .param("association", Ids.bytes(association))
                .param("members", memberIds.stream().map(Ids::bytes).toList())
                .param("known", knownAt == null ? null : Timestamp.from(knownAt))
                .query((row, number) -> new Row(
                        Ids.uuid(row.getBytes(1)),
                        new PostedDays(
                                Ids.uuid(row.getBytes(2)),
                                new DatePeriod(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::member, Collectors.mapping(Row::posted, Collectors.toList())));
    }

    @Override
    public List<UUID> memberIdsAt(UUID association, Collection<UUID> institutionIds, DatePeriod period) {
        return jdbc.sql("""
                        select distinct member_id from rotation_posting
                        where association_id = :association and host_institution_id in (:institutions)
                            and state in ('approved', 'running', 'returned') and valid_from < :to and valid_to > :from
                        """)
                .param("association", Ids.bytes(association))
                .param("institutions", institutionIds.stream().map(Ids::bytes).toList())
                .param("from", period.from())
                .param("to", period.to())
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list();
    }
}
