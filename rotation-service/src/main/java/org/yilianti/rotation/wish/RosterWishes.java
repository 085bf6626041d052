package org.yilianti.rotation.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.database.RowInsertion;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;

/** All wishes. */
@Repository
public class RosterWishes {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RosterWishes(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Those that stand, by date; {@code to} is exclusive. */
    public List<RosterWish> list(
            Sight sight, @Nullable UUID member, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest page) {
        var after = page.after();
        return sight.bind(jdbc.sql("select w.* from roster_wish w where " + seen(sight) + """
                         and w.withdrawn = false and (:member is null or w.member_id = :member)
                            and (:from is null or w.wish_date >= :from) and (:to is null or w.wish_date < :to)
                            and (:afterDate is null or w.wish_date > :afterDate
                                or (w.wish_date = :afterDate and w.id > :afterId))
                        order by w.wish_date, w.id limit :limit
                        """))
                .param("member", Ids.bytesOrNull(member))
                .param("from", from)
                .param("to", to)
                .param("afterDate", after == null ? null : after.date(0))
                .param("afterId", after == null ? null : Ids.bytes(after.id(1)))
                .param("limit", page.fetchSize())
                .query(RosterWishes::wish)
                .list();
    }

    /** The standing wishes of these members, by member; {@code to} is exclusive. */
    public Map<UUID, List<RosterWish>> of(UUID association, Collection<UUID> memberIds, LocalDate from, LocalDate to) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select * from roster_wish where association_id = :association and member_id in (:members)
                            and withdrawn = false and wish_date >= :from and wish_date < :to order by wish_date
                        """)
                .param("association", Ids.bytes(association))
                .param("members", memberIds.stream().map(Ids::bytes).toList())
                .param("from", from)
                .param("to", to)
                .query(RosterWishes::wish)
                .list()
                .stream()
                .collect(Collectors.groupingBy(RosterWish::memberId));
    }

    Optional<RosterWish> find(Sight sight, UUID id) {
        return sight.bind(jdbc.sql("select w.* from roster_wish w where " + seen(sight) + " and w.id = :id"))
                .param("id", Ids.bytes(id))
                .query(RosterWishes::wish)
                .optional();
    }

    /** The standing wishes for days of the area's month of those at home at its sites, by day. */
    List<RosterWish> at(WishArea area) {
        return jdbc.sql("""
                        select * from roster_wish where association_id = :association and home_institution_id in (:sites)
                            and withdrawn = false and wish_date >= :from and wish_date < :to order by wish_date, id
                        """)
                .param("association", Ids.bytes(area.association()))
                .param("sites", area.sites().keySet().stream().map(Ids::bytes).toList())
                .param("from", area.from())
                .param("to", area.to())
                .query(RosterWishes::wish)
                .list();
    }

    void insert(List<RosterWish> added, String submittedBy, Instant now) {
        new RowInsertion(
                        batches,
                        "roster_wish",
                        "id, association_id, version, member_id, home_institution_id, wish_date, wanted, institution_id, shift, weight,"
                                + " origin, submitted_by, submitted_at")
                .insert(added.stream()
                        .map(wish -> new @Nullable Object[] {
                            Ids.bytes(wish.id()),
                            Ids.bytes(wish.association()),
                            wish.version(),
                            Ids.bytes(wish.memberId()),
                            Ids.bytes(wish.homeInstitutionId()),
                            wish.date(),
                            wish.wanted(),
                            Ids.bytesOrNull(wish.institutionId()),
                            wish.shift(),
                            wish.weight(),
                            wish.origin().code(),
                            submittedBy,
                            Timestamp.from(now)
                        })
                        .toList());
    }

    /** Gives wishes another content; their people are locked. */
    void update(List<RosterWish> changed, String submittedBy, Instant now) {
        batches.batchUpdate(
                """
                update roster_wish set version = ?, home_institution_id = ?, wanted = ?, institution_id = ?, shift = ?, weight = ?,
                    submitted_by = ?, submitted_at = ? where id = ?
                """,
                changed.stream()
                        .map(wish -> new @Nullable Object[] {
                            wish.version(),
                            Ids.bytes(wish.homeInstitutionId()),
                            wish.wanted(),
                            Ids.bytesOrNull(wish.institutionId()),
                            wish.shift(),
                            wish.weight(),
                            submittedBy,
                            Timestamp.from(now),
                            Ids.bytes(wish.id())
                        })
                        .toList());
    }

    /** False when it was withdrawn already. */
    boolean withdraw(UUID id) {
        return jdbc.sql(
                                "update roster_wish set withdrawn = true, version = version + 1 where id = ? and withdrawn = false")
                        .param(Ids.bytes(id))
                        .update()
                == 1;
    }

    private static String seen(Sight sight) {
        return sight.sql("w.association_id", "w.member_id", "w.home_institution_id");
    }

    private static RosterWish wish(ResultSet row, int number) throws SQLException {
        return new RosterWish(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("member_id")),
                Ids.uuid(row.getBytes("home_institution_id")),
                row.getObject("wish_date", LocalDate.class),
                row.getBoolean("wanted"),
                Ids.uuidOrNull(row.getBytes("institution_id")),
                row.getString("shift"),
                row.getInt("weight"),
                WishOrigin.ofCode(row.getString("origin")),
                row.getBoolean("withdrawn"));
    }
}
