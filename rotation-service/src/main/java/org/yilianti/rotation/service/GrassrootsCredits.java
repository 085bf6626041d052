package org.yilianti.rotation.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;

/** What members have served at county level or below: as computed from their records, and as last announced. */
@Repository
public class GrassrootsCredits {

    /** Before any service that titles could count. */
    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 2);

    private static final LocalDate END = LocalDate.of(2200, 1, 1);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    GrassrootsCredits(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Those announced that the caller may see: their own, and those of people appointed at institutions in scope. */
    public List<GrassrootsCredit> list(Sight sight, @Nullable UUID member, PageRequest page) {
        var after = page.after();
        return sight.bind(jdbc.sql("""
                        select c.* from grassroots_credit c
                        where (:member is null or c.member_id = :member) and (:after is null or c.member_id > :after)
                            and exists (select 1 from directory_appointment a where a.member_id = c.member_id and %s)
                        order by c.member_id limit :limit
                        """.formatted(sight.sql("c.association_id", "c.member_id", "a.institution_id"))))
                .param("member", Ids.bytesOrNull(member))
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(GrassrootsCredits::credit)
                .list();
    }

    Map<UUID, GrassrootsCredit> announced(Collection<UUID> members) {
        return jdbc
                .sql("select * from grassroots_credit where member_id in (:members)")
                .param("members", members.stream().map(Ids::bytes).toList())
                .query(GrassrootsCredits::credit)
                .list()
                .stream()
                .collect(Collectors.toMap(GrassrootsCredit::memberId, Function.identity()));
    }

    /** From all confirmed records of these members; who has none has no entry. Versions are 0. */
    List<GrassrootsCredit> computed(UUID association, Collection<UUID> members, ServiceSettings settings) {
        String parts = ServiceParts.sql("""
                r.association_id = :association and r.member_id in (:members) and r.status = 'confirmed' and exists (select 1
                    from directory_institution i where i.id = r.institution_id and i.tier in (:tiers))
                """);
        return ServiceParts.bind(jdbc.sql("""
                        select member_id, :association as association_id, 0 as version, count(*) as days, sum(minutes) as minutes,
                            min(day) as first_day, max(day) as last_day
                        from (select part.member_id, part.day, sum(part.minutes) as minutes from %s part
                            group by part.member_id, part.day having sum(part.minutes) >= :least) served
                        group by member_id
                        """.formatted(parts)), BEGINNING, END)
                .param("association", Ids.bytes(association))
                .param("members", members.stream().map(Ids::bytes).toList())
                .param("tiers", settings.grassrootsTiers())
                .param("least", settings.grassrootsDayMinutes())
                .query(GrassrootsCredits::credit)
                .list();
    }

    void keep(List<GrassrootsCredit> changed) {
        batches.batchUpdate(
                """
                insert into grassroots_credit (member_id, association_id, version, days, minutes, first_day, last_day)
                values (?, ?, ?, ?, ?, ?, ?)
                on duplicate key update version = values(version), days = values(days), minutes = values(minutes),
                    first_day = values(first_day), last_day = values(last_day)
                """,
                changed.stream()
                        .map(one -> new @Nullable Object[] {
                            Ids.bytes(one.memberId()),
                            Ids.bytes(one.association()),
                            one.version(),
                            one.days(),
                            one.minutes(),
                            one.firstDay(),
                            one.lastDay()
                        })
                        .toList());
    }

    private static GrassrootsCredit credit(ResultSet row, int number) throws SQLException {
        return new GrassrootsCredit(
                Ids.uuid(row.getBytes("member_id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                row.getLong("days"),
                row.getLong("minutes"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
