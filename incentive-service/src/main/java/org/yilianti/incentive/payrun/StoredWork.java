package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;

/** Reads the work of a run that is being calculated from its lines, an institution at a time. */
@Component
class StoredWork {

    private final JdbcClient jdbc;
    private final StoredInputs inputs;
    private final RuleBook rules;

    StoredWork(JdbcClient jdbc, StoredInputs inputs, RuleBook rules) {
        this.jdbc = jdbc;
        this.inputs = inputs;
        this.rules = rules;
    }

    /** Where the run's people work, as it is in the database now. */
    Workplaces of(PayRun run) {
        List<InstitutionInput> institutions = inputs.institutions(run);
        Map<UUID, BigDecimal> points = points(run.id());
        PayRules by = rules.of(run);
        PayLimits limits = by.limits();
        Money fixed = by.terms().hasFixed() ? fixed(run.id()) : Money.ZERO;
        return new Workplaces() {
            @Override
            public List<InstitutionInput> institutions() {
                return institutions;
            }

            @Override
            public Money fixed() {
                return fixed;
            }

            @Override
            public PayLimits limits() {
                return limits;
            }

            @Override
            public BigDecimal points(UUID institution) {
                return points.getOrDefault(institution, BigDecimal.ZERO);
            }

            @Override
            public List<Work> at(UUID institution) {
                return StoredWork.this.at(run.id(), institution);
            }

            @Override
            public Set<UUID> of(Set<UUID> members) {
                Set<UUID> places = new HashSet<>();
                members.forEach(member -> places.addAll(placesOf(run.id(), member)));
                return places;
            }
        };
    }

    private Money fixed(PayRunId run) {
        return Money.ofFen(jdbc.sql("select coalesce(sum(fixed_fen), 0) from pay_line where run_id = ?")
                .param(run.bytes())
                .query(Long.class)
                .single());
    }

    private Map<UUID, BigDecimal> points(PayRunId run) {
        Map<UUID, BigDecimal> points = new HashMap<>();
        jdbc.sql("select institution_id, sum(point_minutes) from pay_line where run_id = ? group by institution_id")
                .param(run.bytes())
                .query(row -> {
                    points.put(Ids.uuid(row.getBytes(1)), row.getBigDecimal(2));
                });
        return points;
    }

    private List<UUID> placesOf(PayRunId run, UUID member) {
        return jdbc.sql("select institution_id from pay_line where run_id = ? and member_id = ?")
                .params(run.bytes(), Ids.bytes(member))
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list();
    }

    List<Work> at(PayRunId run, UUID institution) {
        return jdbc.sql("""
                        select p.staff_no, l.member_id, l.institution_id, l.weighted_minutes, p.quality, p.coefficient, l.fixed_fen
                        from pay_line l join pay_input_person p on p.run_id = l.run_id and p.member_id = l.member_id
                        where l.run_id = ? and l.institution_id = ?
                        """)
                .params(run.bytes(), Ids.bytes(institution))
                .query(StoredWork::work)
                .list();
    }

    /** Whoever has only a correction at an institution did no work there, whatever the factors of the person. */
    static Work work(ResultSet row, int number) throws SQLException {
        String staffNo = row.getString("staff_no");
        UUID member = Ids.uuid(row.getBytes("member_id"));
        UUID institution = Ids.uuid(row.getBytes("institution_id"));
        BigDecimal weighted = row.getBigDecimal("weighted_minutes");
        return weighted.signum() == 0
                ? Work.none(staffNo, member, institution)
                : new Work(
                        staffNo,
                        member,
                        institution,
                        weighted,
                        row.getBigDecimal("quality"),
                        row.getBigDecimal("coefficient"),
                        Money.ofFen(row.getLong("fixed_fen")));
    }
}
