package org.yilianti.staff.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.training.Credit.Annulment;

/** The table of credits. */
@Repository
public class CreditRepository {

    private static final String SELECT = """
            select c.*, (select code from institution i where i.id = c.institution_id) as institution_code from training_credit c
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CreditRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Which credits a list shows; null does not filter; annulled ones only when asked for. */
    public record Filter(@Nullable UUID member, @Nullable Integer year, boolean annulled) {}

    /** Rows of one page, one more than it holds. */
    public List<Credit> list(UUID association, Sight sight, Filter filter, SortOrder sort, PageRequest page) {
        Integer year = filter.year();
        return sight.bind(jdbc.sql(SELECT + """
                        where c.association_id = :association and (:member is null or c.member_id = :member)
                            and (:from is null or c.earned_on >= :from and c.earned_on < date_add(:from, interval 1 year))
                            and (:annulled or c.annulled_at is null)
                            and\s""" + Sight.sqlOf("c.member_id", "c.institution_id") + " and "
                        + sort.afterSql(page) + sort.orderBySql() + " limit :size"))
                .param("association", Ids.bytes(association))
                .param("member", Ids.bytesOrNull(filter.member()))
                .param("from", year == null ? null : LocalDate.of(year, 1, 1))
                .param("annulled", filter.annulled())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(CreditRepository::credit)
                .list();
    }

    Optional<Credit> find(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where c.association_id = ? and c.id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(CreditRepository::credit)
                .optional();
    }

    /** Those that an enrolment brought and that stand. */
    Optional<Credit> of(UUID association, UUID enrolment) {
        return jdbc.sql(SELECT + "where c.association_id = ? and c.enrolment_id = ? and c.standing = 1")
                .params(Ids.bytes(association), Ids.bytes(enrolment))
                .query(CreditRepository::credit)
                .optional();
    }

    /** Whether the person has credits for this certificate. */
    boolean evident(MemberId member, String evidence) {
        return jdbc.sql("select count(*) from training_credit where member_id = ? and evidence = ? and standing = 1")
                        .params(member.bytes(), evidence)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those of these people that stand and that a certificate with one of these numbers proves. */
    List<Credit> certified(UUID association, Collection<MemberId> members, Collection<String> evidence) {
        if (members.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + """
                        where c.association_id = :association and c.member_id in (:members) and c.evidence in (:evidence) and c.standing = 1
                        """)
                .param("association", Ids.bytes(association))
                .param("members", members.stream().map(MemberId::bytes).toList())
                .param("evidence", evidence)
                .query(CreditRepository::credit)
                .list();
    }

    /** All of a person, annulled ones too. */
    List<Credit> ofMember(UUID association, MemberId member) {
        return jdbc.sql(SELECT + "where c.association_id = ? and c.member_id = ? order by c.id")
                .params(Ids.bytes(association), member.bytes())
                .query(CreditRepository::credit)
                .list();
    }

    void handOver(UUID association, MemberId duplicate, MemberId survivor) {
        jdbc.sql(
                        "update training_credit set member_id = ?, version = version + 1 where association_id = ? and member_id = ?")
                .params(survivor.bytes(), Ids.bytes(association), duplicate.bytes())
                .update();
    }

    void insert(Collection<Credit> credits) {
        batches.batchUpdate("""
                insert into training_credit (id, association_id, version, member_id, institution_id, credit_class, credits, earned_on,
                    source, evidence, enrolment_id, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, credits.stream().map(CreditRepository::columns).toList());
    }

    private static Object[] columns(Credit credit) {
        Credit.Details details = credit.details();
        return new Object[] {
            Ids.bytes(credit.id()),
            Ids.bytes(credit.association()),
            credit.version(),
            credit.member().bytes(),
            credit.institution().id().bytes(),
            details.creditClass().code(),
            details.credits(),
            details.earnedOn(),
            details.source(),
            details.evidence(),
            Ids.bytesOrNull(credit.enrolment()),
            Timestamp.from(credit.recordedAt()),
            credit.recordedBy()
        };
    }

    /** Writes an annulment, the only change that credits know. */
    void annul(Credit credit, Annulment why) {
        jdbc.sql("""
                        update training_credit set version = ?, annulled_at = ?, annulled_by = ?, annulment_reason = ?
                        where association_id = ? and id = ?
                        """)
                .param(credit.version())
                .param(Timestamp.from(why.at()))
                .param(why.by())
                .param(why.reason())
                .param(Ids.bytes(credit.association()))
                .param(Ids.bytes(credit.id()))
                .update();
    }

    private static Credit credit(ResultSet row, int number) throws SQLException {
        byte[] enrolment = row.getBytes("enrolment_id");
        Timestamp annulled = row.getTimestamp("annulled_at");
        return new Credit(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                MemberId.of(row.getBytes("member_id")),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                new Credit.Details(
                        Coded.of(CreditClass.class, row.getString("credit_class")),
                        row.getBigDecimal("credits"),
                        row.getObject("earned_on", LocalDate.class),
                        row.getString("source"),
                        row.getString("evidence")),
                enrolment == null ? null : Ids.uuid(enrolment),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                annulled == null
                        ? null
                        : new Annulment(
                                annulled.toInstant(), row.getString("annulled_by"), row.getString("annulment_reason")));
    }
}
