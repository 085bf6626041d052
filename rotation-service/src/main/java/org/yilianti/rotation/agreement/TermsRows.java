package org.yilianti.rotation.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.PayTerms.Basis;
import tools.jackson.databind.ObjectMapper;

/** Writes terms into the columns that applications, versions and amendments have in common, and reads them back. */
public record TermsRows(ObjectMapper json) {

    public static final String COLUMNS =
            "valid_from, valid_to, weekly_hours, tasks, timetable, pay_basis, pay_fen, pay_terms,"
                    + " home_percent, host_percent, member_percent, policy_number, insurer, cover_fen, insured_to";

    public static final String PLACES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    /** For an update of all of them. */
    public static final String ASSIGNMENTS = COLUMNS.replace(",", " = ?,") + " = ?";

    /** In the order of {@link #COLUMNS}. */
    public List<@Nullable Object> values(AgreementTerms terms) {
        return java.util.Arrays.asList(
                terms.term().from(),
                terms.validTo(),
                terms.weeklyHours(),
                terms.tasks(),
                terms.timetable().isEmpty() ? null : json.writeValueAsString(terms.timetable()),
                terms.pay().basis().code(),
                terms.pay().amount().fen(),
                terms.pay().note(),
                terms.liability().homePercent(),
                terms.liability().hostPercent(),
                terms.liability().memberPercent(),
                terms.insurance().policyNumber(),
                terms.insurance().insurer(),
                terms.insurance().cover().fen(),
                terms.insurance().validTo());
    }

    public AgreementTerms terms(ResultSet row) throws SQLException {
        String timetable = row.getString("timetable");
        return new AgreementTerms(
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getInt("weekly_hours"),
                row.getString("tasks"),
                timetable == null ? List.of() : List.of(json.readValue(timetable, TimetableSession[].class)),
                new PayTerms(
                        Basis.ofCode(row.getString("pay_basis")),
                        Money.ofFen(row.getLong("pay_fen")),
                        row.getString("pay_terms")),
                new LiabilityShares(
                        row.getBigDecimal("home_percent"),
                        row.getBigDecimal("host_percent"),
                        row.getBigDecimal("member_percent")),
                new Insurance(
                        row.getString("policy_number"),
                        row.getString("insurer"),
                        Money.ofFen(row.getLong("cover_fen")),
                        row.getObject("insured_to", LocalDate.class)));
    }
}
