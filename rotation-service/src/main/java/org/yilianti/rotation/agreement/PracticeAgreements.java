package org.yilianti.rotation.agreement;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.time.Recorded;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;

/** The agreements of multi-site practice. */
@Repository
public class PracticeAgreements {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AgreementHistory history;
    private final AgreementRows rows;
    private final AgreementVersions versions;

    PracticeAgreements(
            JdbcClient jdbc,
            JdbcTemplate batches,
            AgreementHistory history,
            AgreementRows rows,
            AgreementVersions versions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.history = history;
        this.rows = rows;
        this.versions = versions;
    }

    /** All agreements of these members, ended ones included; a member without any has no entry. */
    public Map<UUID, List<PracticeAgreement>> byMember(UUID association, Collection<UUID> memberIds) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        return withVersions(jdbc.sql(
                                "select * from practice_agreement where association_id = :association and member_id in (:ids)")
                        .param("association", Ids.bytes(association))
                        .param("ids", memberIds.stream().map(Ids::bytes).toList())
                        .query(rows::agreement)
                        .list())
                .stream()
                .collect(Collectors.groupingBy(PracticeAgreement::memberId));
    }

    /** The same as it was known here at that time; terms that no decision rests on are those of today. */
    public Map<UUID, List<PracticeAgreement>> byMemberAsKnown(
            UUID association, Collection<UUID> memberIds, Instant knownAt) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select h.version, h.valid_from, h.valid_to, h.weekly_hours, h.status, h.status_reason, h.status_from,
                            h.status_causes, a.* from practice_agreement_history h
                        join practice_agreement a on a.id = h.id
                        where h.association_id = :association and h.member_id in (:ids) and %s
                        """.formatted(Recorded.knownAtSql("h")))
                .param("association", Ids.bytes(association))
                .param("ids", memberIds.stream().map(Ids::bytes).toList())
                .param("knownAt", Timestamp.from(knownAt))
                .query(rows::agreement)
                .list()
                .stream()
                .collect(Collectors.groupingBy(PracticeAgreement::memberId));
    }

    /** What the agreement that came of the application became, version by version. */
    public List<AgreementMoment> historyOf(UUID association, UUID applicationId) {
        return history.of(association, applicationId);
    }

    /** Members, by association, with an agreement whose standing time alone may have changed by {@code today}. */
    public Map<UUID, Set<UUID>> membersToReview(LocalDate today, int limit) {
        record Due(UUID association, UUID member) {}
        return jdbc
                .sql(
                        "select association_id, member_id from practice_agreement where review_on <= :today order by review_on limit :limit")
                .param("today", today)
                .param("limit", limit)
                .query((row, number) -> new Due(Ids.uuid(row.getBytes(1)), Ids.uuid(row.getBytes(2))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Due::association, Collectors.mapping(Due::member, Collectors.toSet())));
    }

    /** Keeps for each agreement the next day on which time alone may change its standing. */
    public void reviewed(Map<UUID, LocalDate> nextReviews) {
        batches.batchUpdate(
                "update practice_agreement set review_on = ? where id = ?",
                nextReviews.entrySet().stream()
                        .map(one -> new Object[] {one.getValue(), Ids.bytes(one.getKey())})
                        .toList());
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
    public List<PracticeAgreement> list(Sight sight, AgreementFilter filter, PageRequest page) {
        var after = page.after();
        AgreementStatus status = filter.status();
        return withVersions(sight.bind(jdbc.sql("""
                        select a.* from practice_agreement a
                        where %s and (:member is null or a.member_id = :member)
                            and (:institution is null or :institution in (a.home_institution_id, a.host_institution_id))
                            and (:status is null or a.status = :status) and (:endsBefore is null or a.valid_to < :endsBefore)
                            and (:insuredBefore is null or a.insured_to < :insuredBefore) and (:after is null or a.id > :after)
                        order by a.id limit :limit
                        """.formatted(sql(sight))))
                .param("member", Ids.bytesOrNull(filter.memberId()))
                .param("institution", Ids.bytesOrNull(filter.institutionId()))
                .param("status", status == null ? null : status.code())
                .param("endsBefore", filter.endsBefore())
                .param("insuredBefore", filter.insuredBefore())
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(rows::agreement)
                .list());
    }

    /** The agreement, when the caller may see it. */
    public Optional<PracticeAgreement> find(Sight sight, UUID id) {
        return withVersions(
                        sight.bind(jdbc.sql("select a.* from practice_agreement a where a.id = :id and " + sql(sight)))
                                .param("id", Ids.bytes(id))
                                .query(rows::agreement)
                                .list())
                .stream()
                .findFirst();
    }

    private List<PracticeAgreement> withVersions(List<PracticeAgreement> found) {
        Map<UUID, List<AgreementVersion>> agreed =
                versions.of(found.stream().map(PracticeAgreement::id).toList());
        return found.stream()
                .map(one -> one.with(new AgreedTerms(agreed.getOrDefault(one.id(), one.versions()))))
                .toList();
    }

    private static String sql(Sight sight) {
        return sight.sql("a.association_id", "a.member_id", "a.home_institution_id", "a.host_institution_id");
    }
}
