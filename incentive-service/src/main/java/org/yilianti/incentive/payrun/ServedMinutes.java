package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payrun.RunFactors.Factors;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/**
 * Minutes of one kind that a person served at an institution, before they are weighted.
 *
 * @param staffNo null for somebody this service does not know yet, as is the title
 * @param calledUp whether it was delivered under an emergency call-up
 * @param services how many they were
 * @param category of staff; null where the run did not keep it
 * @param coefficient the one to keep; null to take the title's
 */
record ServedMinutes(
        @Nullable String staffNo,
        UUID member,
        UUID institution,
        @Nullable String title,
        RunFactors.Service service,
        boolean calledUp,
        BigDecimal minutes,
        long services,
        @Nullable String category,
        BigDecimal quality,
        @Nullable BigDecimal coefficient) {

    /** The work of everybody everywhere, weighted. */
    static List<Work> weighted(List<ServedMinutes> all, Factors by) {
        Map<List<UUID>, Work> work = new LinkedHashMap<>();
        all.forEach(one -> work.merge(List.of(one.member, one.institution), one.work(by), Work::plus));
        return List.copyOf(work.values());
    }

    private Work work(Factors by) {
        if (staffNo == null || title == null) {
            throw Refusal.conflict("payrun.member-unknown", member);
        }
        return new Work(
                staffNo,
                member,
                institution,
                minutes.multiply(by.weight(service)),
                quality,
                coefficient == null ? by.coefficient(title) : coefficient);
    }

    static ServedMinutes of(ResultSet row, int number) throws SQLException {
        return new ServedMinutes(
                row.getString("staff_no"),
                Ids.uuid(row.getBytes("member_id")),
                Ids.uuid(row.getBytes("institution_id")),
                row.getString("title"),
                new RunFactors.Service(row.getString("kind"), row.getBoolean("night")),
                row.getBoolean("called_up"),
                row.getBigDecimal("minutes"),
                row.getLong("services"),
                row.getString("category"),
                row.getBigDecimal("quality"),
                row.getBigDecimal("coefficient"));
    }
}
