package org.yilianti.rotation.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;

/** The agreements of multi-site practice. */
@Repository
public class PracticeAgreements {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PracticeAgreements(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** All agreements of these members, ended ones included; a member without any has no entry. */
    public Map<UUID, List<PracticeAgreement>> byMember(UUID association, Collection<UUID> memberIds) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from practice_agreement where association_id = :association and member_id in (:ids)")
                .param("association", Ids.bytes(association))
                .param("ids", memberIds.stream().map(Ids::bytes).toList())
                .query(PracticeAgreements::agreement)
                .list()
                .stream()
                .collect(Collectors.groupingBy(PracticeAgreement::memberId));
    }

    /** Ids of the members with an agreement at one of the hosts whose term meets the period (which must end). */
    public List<UUID> memberIdsAt(UUID association, Collection<UUID> hostIds, DatePeriod period) {
        return jdbc.sql("""
                        select distinct member_id from practice_agreement
                        where association_id = :association and host_institution_id in (:hosts)
                            and valid_from < :to and valid_to > :from
                        """)
                .param("association", Ids.bytes(association))
                .param("hosts", hostIds.stream().map(Ids::bytes).toList())
                .param("from", period.from())
                .param("to", period.to())
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list();
    }

    /** Those the caller may see, newest last. */
    public List<PracticeAgreement> list(
            Sight sight,
            @Nullable UUID member,
            @Nullable UUID institution,
            @Nullable AgreementStatus status,
            PageRequest page) {
        var after = page.after();
        return sight.bind(jdbc.sql("""
                        select a.* from practice_agreement a
                        where %s and (:member is null or a.member_id = :member)
                            and (:institution is null or :institution in (a.home_institution_id, a.host_institution_id))
                            and (:status is null or a.status = :status) and (:after is null or a.id > :after)
                        order by a.id limit :limit
                        """.formatted(sql(sight))))
                .param("member", Ids.bytesOrNull(member))
                .param("institution", Ids.bytesOrNull(institution))
                .param("status", status == null ? null : status.code())
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(PracticeAgreements::agreement)
                .list();
    }

    /** The agreement, when the caller may see it. */
    public Optional<PracticeAgreement> find(Sight sight, UUID id) {
        return sight.bind(jdbc.sql("select a.* from practice_agreement a where a.id = :id and " + sql(sight)))
                .param("id", Ids.bytes(id))
                .query(PracticeAgreements::agreement)
                .optional();
    }

    private static String sql(Sight sight) {
        return sight.sql("a.association_id", "a.member_id", "a.home_institution_id", "a.host_institution_id");
    }

    void insert(PracticeAgreement agreement) {
        AgreementTerms terms = agreement.terms();
        batches.update(
                """
                insert into practice_agreement (id, association_id, version, application_id, member_id, home_institution_id,
                    host_institution_id, valid_from, valid_to, weekly_hours, tasks, home_percent, host_percent, member_percent,
                    policy_number, insurer, cover_fen, insured_to, status, status_reason, status_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.bytes(agreement.id()),
                Ids.bytes(agreement.association()),
                agreement.version(),
                Ids.bytes(agreement.applicationId()),
                Ids.bytes(agreement.memberId()),
                Ids.bytes(agreement.homeInstitutionId()),
                Ids.bytes(agreement.hostInstitutionId()),
                terms.term().from(),
                terms.validTo(),
                terms.weeklyHours(),
                terms.tasks(),
                terms.liability().homePercent(),
                terms.liability().hostPercent(),
                terms.liability().memberPercent(),
                terms.insurance().policyNumber(),
                terms.insurance().insurer(),
                terms.insurance().cover().fen(),
                terms.insurance().validTo(),
                agreement.standing().status().code(),
                agreement.standing().reason(),
                agreement.standing().from());
    }

    /** Keeps the new standing of agreements that were read under their members' locks. */
    void update(List<PracticeAgreement> changed) {
        batches.batchUpdate(
                "update practice_agreement set version = ?, status = ?, status_reason = ?, status_from = ? where id = ?",
                changed.stream()
                        .map(agreement -> new @Nullable Object[] {
                            agreement.version(),
                            agreement.standing().status().code(),
                            agreement.standing().reason(),
                            agreement.standing().from(),
                            Ids.bytes(agreement.id())
                        })
                        .toList());
    }

    private static PracticeAgreement agreement(ResultSet row, int number) throws SQLException {
        return new PracticeAgreement(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("application_id")),
                Ids.uuid(row.getBytes("member_id")),
                Ids.uuid(row.getBytes("home_institution_id")),
                Ids.uuid(row.getBytes("host_institution_id")),
                new AgreementTerms(
                        new DatePeriod(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class)),
                        row.getInt("weekly_hours"),
                        row.getString("tasks"),
                        new LiabilityShares(
                                row.getBigDecimal("home_percent"),
                                row.getBigDecimal("host_percent"),
                                row.getBigDecimal("member_percent")),
                        new Insurance(
                                row.getString("policy_number"),
                                row.getString("insurer"),
                                Money.ofFen(row.getLong("cover_fen")),
                                row.getObject("insured_to", LocalDate.class))),
                new AgreementStanding(
                        AgreementStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        row.getString("status_reason"),
                        row.getObject("status_from", LocalDate.class)));
    }
}
