package org.yilianti.incentive.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** The objections against results of campaigns. */
@Component
public class CampaignObjections {

    private final JdbcClient jdbc;

    CampaignObjections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An objection about a subject in scope, or of this person. */
    public Optional<CampaignObjection> find(UUID association, UUID id, InstitutionScope scope, String person) {
        return jdbc.sql(
                        "select * from campaign_objection where association_id = :association and id = :id and (lodged_by = :person or "
                                + scope.sql("institution_code") + ")")
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .param("person", person)
                .param("scopeCodes", scope.sqlCodes())
                .query(CampaignObjections::objection)
                .optional();
    }

    /**
     * A page of objections about subjects in scope, oldest first.
     *
     * @param campaign only against this one; null for all
     * @param status only of this one; null for all
     */
    public List<CampaignObjection> list(
            UUID association,
            InstitutionScope scope,
            @Nullable UUID campaign,
            @Nullable ObjectionStatus status,
            PageRequest page) {
        return jdbc.sql("""
                        select * from campaign_objection where association_id = :association and id > :after
                            and (:campaign is null or campaign_id = :campaign) and (:status is null or status = :status) and %s
                        order by id limit :size
                        """.formatted(scope.sql("institution_code")))
                .param("association", Ids.bytes(association))
                .param("after", page.afterId())
                .param("campaign", Ids.bytesOrNull(campaign))
                .param("status", status == null ? null : status.code())
                .param("scopeCodes", scope.sqlCodes())
                .param("size", page.fetchSize())
                .query(CampaignObjections::objection)
                .list();
    }

    /** How many of a campaign are not decided. */
    long open(UUID campaign) {
        return jdbc.sql("select count(*) from campaign_objection where campaign_id = ? and status = 'lodged'")
                .param(Ids.bytes(campaign))
                .query(Long.class)
                .single();
    }

    /** As it is now, locked until the end of the transaction; its campaign is locked before. */
    Optional<CampaignObjection> lock(UUID association, UUID id) {
        return jdbc.sql("select * from campaign_objection where association_id = ? and id = ? for update")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(CampaignObjections::objection)
                .optional();
    }

    void insert(CampaignObjection one) {
        jdbc.sql("""
                        insert into campaign_objection (id, association_id, version, campaign_id, edition, subject, institution_code,
                            component, text, evidence, status, open_claim, lodged_by, lodged_at, due_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?)
                        """)
                .param(Ids.bytes(one.id()))
                .param(Ids.bytes(one.association()))
                .param(one.version())
                .param(Ids.bytes(one.campaign()))
                .param(one.edition())
                .param(one.subject())
                .param(one.institutionCode())
                .param(one.component().code())
                .param(one.text())
                .param(one.evidence())
                .param(one.status().code())
                .param(one.lodgedBy())
                .param(Timestamp.from(one.lodgedAt()))
                .param(one.due())
                .update();
    }

    void close(CampaignObjection one) {
        Instant decidedAt = one.decidedAt();
        jdbc.sql("""
                        update campaign_objection set version = ?, status = ?, open_claim = null, decided_by = ?, decided_at = ?,
                            reason = ?, right_score = ? where id = ?
                        """)
                .param(one.version())
                .param(one.status().code())
                .param(one.decidedBy())
                .param(decidedAt == null ? null : Timestamp.from(decidedAt))
                .param(one.reason())
                .param(one.rightScore())
                .param(Ids.bytes(one.id()))
                .update();
    }

    private static CampaignObjection objection(ResultSet row, int number) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new CampaignObjection(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("campaign_id")),
                row.getInt("edition"),
                row.getString("subject"),
                row.getString("institution_code"),
                ComponentKind.of(row.getString("component")),
                row.getString("text"),
                row.getString("evidence"),
                ObjectionStatus.of(row.getString("status")),
                row.getString("lodged_by"),
                row.getTimestamp("lodged_at").toInstant(),
                row.getObject("due_on", LocalDate.class),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("reason"),
                row.getBigDecimal("right_score"));
    }
}
