package org.yilianti.staff.alert;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.alert.Alert.Matter;
import org.yilianti.staff.alert.AlertGround.Selection;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;

/** Compares what is due with the alerts there are, in the database: only what differs is read. */
@Repository
class GroundComparison {

    private static final RowMapper<Found> FOUND = (row, number) -> {
        byte[] member = row.getBytes("g_member_id");
        return new Found(
                row.getBytes("id") == null ? null : AlertRepository.alert(row, number),
                Ids.uuid(row.getBytes("g_subject_id")),
                member == null ? null : Ids.uuid(member),
                new InstitutionRef(InstitutionId.of(row.getBytes("g_institution_id")), row.getString("g_code")),
                row.getObject("g_due_on", LocalDate.class),
                row.getInt("g_lead"));
    };

    private final JdbcClient jdbc;

    GroundComparison(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something due whose alert is missing, settled or at another lead time.
     *
     * @param alert null when missing
     */
    record Found(
            @Nullable Alert alert,
            UUID subject,
            @Nullable UUID member,
            InstitutionRef office,
            LocalDate dueOn,
            int lead) {

        Matter matter(AlertGround ground) {
            return new Matter(ground.kind(), ground.subjectType(), subject, member, dueOn);
        }
    }

    /** What is due and not alerted as it should be. */
    List<Found> differing(AlertGround ground, UUID association, LocalDate today, int limit) {
        Lead lead = Lead.of(ground.leadDays(association), today);
        Selection selection = ground.due(association, today);
        return jdbc.sql("""
                        select found.subject_id as g_subject_id, found.member_id as g_member_id, found.institution_id as g_institution_id,
                            found.due_on as g_due_on, found.lead_time as g_lead, a.*,
                            (select code from institution i where i.id = found.institution_id) as g_code,
                            (select code from institution i where i.id = a.institution_id) as institution_code
                        from (select g.*, %s as lead_time from (%s) g where g.due_on <= :horizon) found
                        left join alert a on a.association_id = :association and a.kind = :kind and a.subject_id = found.subject_id
                            and a.due_on = found.due_on
                        where a.id is null or a.settled_at is not null or a.lead_days <> found.lead_time
                        order by found.due_on, found.subject_id limit :size
                        """.formatted(lead.sql(), selection.sql()))
                .params(params(ground, association, today, lead, selection))
                .param("size", limit)
                .query(FOUND)
                .list();
    }

    /** Open alerts of which nothing due is left. */
    List<Alert> groundless(AlertGround ground, UUID association, LocalDate today, int limit) {
        Lead lead = Lead.of(ground.leadDays(association), today);
        Selection selection = ground.due(association, today);
        return jdbc.sql(AlertRepository.SELECT
                        + "left join (" + selection.sql()
                        + ") g on g.subject_id = a.subject_id and g.due_on = a.due_on and g.due_on <= :horizon"
                        + " where a.association_id = :association and a.kind = :kind and a.settled_at is null"
                        + " and g.subject_id is null order by a.id limit :size")
                .params(params(ground, association, today, lead, selection))
                .param("size", limit)
                .query(AlertRepository::alert)
                .list();
    }

    private static Map<String, Object> params(
            AlertGround ground, UUID association, LocalDate today, Lead lead, Selection selection) {
        Map<String, Object> params = new HashMap<>(selection.params());
        params.put("association", Ids.bytes(association));
        params.put("kind", ground.kind());
        params.put("today", today);
        params.put("horizon", today.plusDays(lead.longest()));
        return params;
    }

    /** Lead times as an SQL expression over {@code g.due_on}; its literals are numbers and days of ours. */
    record Lead(String sql, int longest) {

        static Lead of(List<Integer> days, LocalDate today) {
            StringBuilder sql = new StringBuilder("case");
            days.stream().sorted().forEach(day -> sql.append(" when g.due_on <= '")
                    .append(today.plusDays(day))
                    .append("' then ")
                    .append(day));
            return new Lead(sql.append(" end").toString(), Collections.max(days));
        }
    }
}
