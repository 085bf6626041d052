package org.yilianti.incentive.campaign;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;

/** Components and subjects of campaigns. */
@Component
class CampaignPlans {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CampaignPlans(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<CampaignComponent> components(UUID campaign) {
        return jdbc.sql("select kind, weight from campaign_component where campaign_id = ? order by kind")
                .param(Ids.bytes(campaign))
                .query((row, number) ->
                        new CampaignComponent(ComponentKind.of(row.getString("kind")), row.getBigDecimal("weight")))
                .list();
    }

    List<Subject> subjects(UUID campaign, InstitutionScope scope) {
        return jdbc.sql("select * from campaign_subject where campaign_id = :campaign and "
                        + scope.sql("institution_code") + " order by code")
                .param("campaign", Ids.bytes(campaign))
                .param("scopeCodes", scope.sqlCodes())
                .query((row, number) -> new Subject(
                        row.getString("code"),
                        Ids.uuidOrNull(row.getBytes("institution_id")),
                        row.getString("institution_code"),
                        row.getString("name"),
                        row.getString("staff_no")))
                .list();
    }

    /** Whoever was named to judge a draft is named anew when it changes. */
    void replace(Campaign one) {
        byte[] id = Ids.bytes(one.id());
        for (String table : List.of("campaign_rating", "campaign_component", "campaign_subject")) {
            jdbc.sql("delete from " + table + " where campaign_id = ?")
                    .param(id)
                    .update();
        }
        insert(one);
    }

    void insert(Campaign one) {
        byte[] id = Ids.bytes(one.id());
        byte[] association = Ids.bytes(one.association());
        batches.batchUpdate(
                "insert into campaign_component (campaign_id, kind, association_id, weight) values (?, ?, ?, ?)",
                one.plan().components().stream()
                        .map(part -> new Object[] {id, part.kind().code(), association, part.weight()})
                        .toList());
        batches.batchUpdate(
                """
                insert into campaign_subject (campaign_id, code, association_id, institution_id, institution_code, name, staff_no)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                one.plan().subjects().stream()
                        .map(subject -> new Object[] {
                            id,
                            subject.code(),
                            association,
                            Ids.bytesOrNull(subject.institution()),
                            subject.institutionCode(),
                            subject.name(),
                            subject.staffNo()
                        })
                        .toList());
    }
}
