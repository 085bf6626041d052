package org.yilianti.staff.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.Recorded;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Finds licences without changing them. */
@Repository
public class LicenceDirectory {

    private final JdbcClient jdbc;

    LicenceDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The holder is in sight, or the main institution in scope. */
    private static final String VISIBLE = Sight.sqlOf("l.member_id", "l.main_institution_id");

    /**
     * The licence, if within sight.
     *
     * @param knownAt null for what is believed now
     */
    public Optional<Licence> find(UUID association, Sight sight, LicenceId id, @Nullable Instant knownAt) {
        String belief = knownAt == null ? "l.believed = 1" : Recorded.knownAtSql("l");
        return sight.bind(jdbc.sql(LicenceRepository.SELECT
                        + "where l.association_id = :association and l.id = :id and " + belief + " and "
                        + VISIBLE))
                .param("association", Ids.bytes(association))
                .param("id", id.bytes())
                .param("knownAt", Recorded.knownAtParameter(knownAt))
                .query(LicenceRepository::licence)
                .optional();
    }

    /** Rows of one page, one more than it holds. */
    public List<Licence> list(UUID association, Sight sight, LicenceFilter filter, SortOrder sort, PageRequest page) {
        Integer days = filter.expiringWithinDays();
        LocalDate until = days == null ? null : sight.today().plusDays(days);
        return sight.bind(jdbc.sql(LicenceRepository.SELECT + """
                        where l.association_id = :association and l.believed = 1 and (:member is null or l.member_id = :member)
                            and (:number is null or l.number = :number) and (:status is null or l.status = :status)
                            and (:until is null or l.valid_to > :today and l.valid_to <= :until)
                            and\s""" + VISIBLE + " and " + sort.afterSql(page)
                        + sort.orderBySql() + " limit :size"))
                .param("association", Ids.bytes(association))
                .param("member", Ids.bytesOrNull(filter.member()))
                .param("number", filter.number())
                .param("status", filter.status())
                .param("until", until)
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(LicenceRepository::licence)
                .list();
    }

    /** What is believed now of the licences of these holders, in the order of beginning. */
    public List<Licence> believedOf(UUID association, Collection<MemberId> holders) {
        if (holders.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(LicenceRepository.SELECT
                        + "where l.association_id = :association and l.member_id in (:holders) and l.believed = 1"
                        + " order by l.valid_from, l.id")
                .param("association", Ids.bytes(association))
                .param("holders", holders.stream().map(MemberId::bytes).toList())
                .query(LicenceRepository::licence)
                .list();
    }

    /** What is believed now of the licences with these numbers; of several with one number that which began last. */
    public Map<String, Licence> byNumber(UUID association, Collection<String> numbers) {
        Map<String, Licence> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql(LicenceRepository.SELECT
                            + "where l.association_id = :association and l.number in (:numbers) and l.believed = 1"
                            + " order by l.valid_from, l.id")
                    .param("association", Ids.bytes(association))
                    .param("numbers", numbers)
                    .query(LicenceRepository::licence)
                    .list()
                    .forEach(licence -> found.put(licence.details().number(), licence));
        }
        return found;
    }

    /** The numbers of licences as they are believed now, for exports. */
    public Map<LicenceId, String> numbers(UUID association, Collection<LicenceId> licences) {
        Map<LicenceId, String> numbers = new HashMap<>();
        if (!licences.isEmpty()) {
            jdbc.sql(
                            "select id, number from licence where association_id = :association and id in (:ids) and believed = 1")
                    .param("association", Ids.bytes(association))
                    .param("ids", licences.stream().map(LicenceId::bytes).toList())
                    .query(row -> {
                        numbers.put(LicenceId.of(row.getBytes("id")), row.getString("number"));
                    });
        }
        return numbers;
    }
}
