package org.yilianti.incentive.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;
import tools.jackson.databind.ObjectMapper;

/** The campaigns of an association. */
@Component
public class Campaigns {

    private final JdbcClient jdbc;
    private final CampaignPlans plans;
    private final ObjectMapper json;

    Campaigns(JdbcClient jdbc, CampaignPlans plans, ObjectMapper json) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.json = json;
    }

    /** The campaign with those of its subjects that are in scope; refuses (404) when none is. */
    public Campaign get(UUID association, UUID id, InstitutionScope scope) {
        return read(association, id, scope, "");
    }

    /** All of the campaign, locked until the end of the transaction. */
    Campaign lock(UUID association, UUID id) {
        return read(association, id, InstitutionScope.ALL, " for update");
    }

    /** All of the campaign, which nobody changes until the end of the transaction; many may hold it at once. */
    Campaign hold(UUID association, UUID id) {
        return read(association, id, InstitutionScope.ALL, " lock in share mode");
    }

    /**
     * A page of campaigns with a subject in scope, oldest first; of their subjects those in scope.
     *
     * @param status only of this one; null for all
     * @param level only of this one; null for all
     */
    public List<Campaign> list(
            UUID association,
            InstitutionScope scope,
            @Nullable CampaignStatus status,
            @Nullable CampaignLevel level,
            PageRequest page) {
        return jdbc.sql("""
                        select * from campaign c where association_id = :association and id > :after
                            and (:status is null or status = :status) and (:level is null or level = :level)
                            and exists (select 1 from campaign_subject s where s.campaign_id = c.id and %s)
                        order by id limit :size
                        """.formatted(scope.sql("s.institution_code")))
                .param("association", Ids.bytes(association))
                .param("after", page.afterId())
                .param("status", status == null ? null : status.code())
                .param("level", level == null ? null : level.code())
                .param("scopeCodes", scope.sqlCodes())
                .param("size", page.fetchSize())
                .query((row, number) -> campaign(row, scope))
                .list();
    }

    private Campaign read(UUID association, UUID id, InstitutionScope scope, String lock) {
        return jdbc.sql("select * from campaign where association_id = ? and id = ?" + lock)
                .params(Ids.bytes(association), Ids.bytes(id))
                .query((row, number) -> campaign(row, scope))
                .optional()
                .filter(one -> !one.plan().subjects().isEmpty())
                .orElseThrow(() -> Refusal.notFound("campaign.not-found", id));
    }

    void insert(Campaign one) {
        Campaign.Plan plan = one.plan();
        jdbc.sql("""
                        insert into campaign (id, association_id, version, name, level, period_from, period_to, scheme_id, question_set_id,
                            status, edition, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(one.id()))
                .param(Ids.bytes(one.association()))
                .param(one.version())
                .param(plan.name())
                .param(plan.level().code())
                .param(plan.from())
                .param(plan.to())
                .param(scheme(plan))
                .param(Ids.bytesOrNull(plan.questionSet()))
                .param(one.status().code())
                .param(one.edition())
                .param(one.createdBy())
                .param(Timestamp.from(one.createdAt()))
                .update();
        plans.insert(one);
    }

    /** Everything but the plan. */
    void update(Campaign one) {
        jdbc.sql("""
                        update campaign set version = ?, status = ?, rules = ?, edition = ?, closed_by = ?, reviewed_by = ?,
                            objections_until = ? where id = ?
                        """)
                .param(one.version())
                .param(one.status().code())
                .param(one.rules() == null ? null : json.writeValueAsString(one.rules()))
                .param(one.edition())
                .param(one.closedBy())
                .param(one.reviewedBy())
                .param(one.objectionsUntil())
                .param(Ids.bytes(one.id()))
                .update();
    }

    /** The plan of a draft. */
    void replacePlan(Campaign one) {
        Campaign.Plan plan = one.plan();
        jdbc.sql("""
                        update campaign set version = ?, name = ?, level = ?, period_from = ?, period_to = ?, scheme_id = ?,
                            question_set_id = ? where id = ?
                        """)
                .param(one.version())
                .param(plan.name())
                .param(plan.level().code())
                .param(plan.from())
                .param(plan.to())
                .param(scheme(plan))
                .param(Ids.bytesOrNull(plan.questionSet()))
                .param(Ids.bytes(one.id()))
                .update();
        plans.replace(one);
    }

    private static byte @Nullable [] scheme(Campaign.Plan plan) {
        SchemeId scheme = plan.scheme();
        return scheme == null ? null : scheme.bytes();
    }

    private Campaign campaign(ResultSet row, InstitutionScope scope) throws SQLException {
        UUID id = Ids.uuid(row.getBytes("id"));
        UUID scheme = Ids.uuidOrNull(row.getBytes("scheme_id"));
        String rules = row.getString("rules");
        return new Campaign(
                id,
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new Campaign.Plan(
                        row.getString("name"),
                        CampaignLevel.of(row.getString("level")),
                        row.getObject("period_from", LocalDate.class),
                        row.getObject("period_to", LocalDate.class),
                        scheme == null ? null : new SchemeId(scheme),
                        Ids.uuidOrNull(row.getBytes("question_set_id")),
                        plans.components(id),
                        plans.subjects(id, scope)),
                CampaignStatus.of(row.getString("status")),
                rules == null ? null : json.readValue(rules, CampaignRules.class),
                row.getInt("edition"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("closed_by"),
                row.getString("reviewed_by"),
                row.getObject("objections_until", LocalDate.class));
    }
}
