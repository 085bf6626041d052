package org.yilianti.incentive.appropriation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** What became of an appropriation at each institution: for those who supervise its use. */
@Component
public class SupervisionReport {

    private final JdbcClient jdbc;

    SupervisionReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An institution's money of an appropriation, in fen: allotted = received + held + withheld, received = used + unused.
     *
     * @param heldFen neither paid nor withheld yet
     * @param usedByPurpose by code, reversals taken off
     */
    public record Supervised(
            String institutionCode,
            String institutionName,
            long allottedFen,
            long receivedFen,
            long heldFen,
            long withheldFen,
            long usedFen,
            long unusedFen,
            SequencedMap<String, Long> usedByPurpose) {}

    /** A page of the institutions in scope that something is allotted to, by code. */
    public List<Supervised> of(UUID association, UUID appropriation, InstitutionScope scope, PageRequest page) {
        Map<String, SequencedMap<String, Long>> purposes = purposes(association, appropriation, scope);
        return jdbc.sql("""
                        select s.code, max(s.name) as name, sum(s.amount_fen) as allotted,
                            sum(case when a.status = 'settled' then s.withheld_fen else 0 end) as withheld,
                            max(coalesce(i.received_fen, 0)) as received, max(coalesce(i.used_fen, 0)) as used
                        from allotment a join allotment_share s on s.allotment_id = a.id
                        left join appropriation_institution i
                            on i.appropriation_id = a.appropriation_id and i.institution_id = s.institution_id
                        where a.association_id = :association and a.appropriation_id = :appropriation
                            and a.status in ('advanced', 'settling', 'settled') and s.code > :after and %s
                        group by s.code order by s.code limit :size
                        """.formatted(scope.sql("s.code")))
                .param("association", Ids.bytes(association))
                .param("appropriation", Ids.bytes(appropriation))
                .param("after", page.after() == null ? "" : page.after().text(0))
                .param("size", page.fetchSize())
                .param("scopeCodes", scope.sqlCodes())
                .query((row, number) -> supervised(
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("allotted"),
                        row.getLong("received"),
                        row.getLong("withheld"),
                        row.getLong("used"),
                        purposes.getOrDefault(row.getString("code"), new TreeMap<>())))
                .list();
    }

    private static Supervised supervised(
            String code,
            String name,
            long allotted,
            long received,
            long withheld,
            long used,
            SequencedMap<String, Long> purposes) {
        return new Supervised(
                code,
                name,
                allotted,
                received,
                allotted - received - withheld,
                withheld,
                used,
                received - used,
                purposes);
    }

    private Map<String, SequencedMap<String, Long>> purposes(
            UUID association, UUID appropriation, InstitutionScope scope) {
        Map<String, SequencedMap<String, Long>> purposes = new HashMap<>();
        jdbc.sql("""
                        select institution_code, purpose, sum(case when reverses_id is null then amount_fen else -amount_fen end) as fen
                        from fund_use where association_id = :association and appropriation_id = :appropriation and %s
                        group by institution_code, purpose
                        """.formatted(scope.sql("institution_code")))
                .param("association", Ids.bytes(association))
                .param("appropriation", Ids.bytes(appropriation))
                .param("scopeCodes", scope.sqlCodes())
                .query(row -> {
                    purposes.computeIfAbsent(row.getString(1), code -> new TreeMap<>())
                            .put(row.getString(2), row.getLong(3));
                });
        return purposes;
    }
}
