package org.yilianti.rotation.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.LiabilityShares;
import tools.jackson.databind.ObjectMapper;

/** Reads applications from rows. */
record ApplicationRows(ObjectMapper json) {

    /** Without its history, which is in another table. */
    PracticeApplication application(ResultSet row, int number) throws SQLException {
        return new PracticeApplication(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new ApplicationParties(
                        Ids.uuid(row.getBytes("member_id")),
                        row.getString("staff_no"),
                        Ids.uuid(row.getBytes("home_institution_id")),
                        row.getString("home_code"),
                        Ids.uuid(row.getBytes("host_institution_id")),
                        row.getString("host_code")),
                terms(row),
                state(row.getString("state")),
                List.of(json.readValue(row.getString("reasons"), ApplicationReason[].class)),
                List.of());
    }

    private static AgreementTerms terms(ResultSet row) throws SQLException {
        return new AgreementTerms(
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
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
                        row.getObject("insured_to", LocalDate.class)));
    }

    static ApplicationStep step(ResultSet row) throws SQLException {
        return new ApplicationStep(
                state(row.getString("state")),
                row.getString("actor"),
                row.getTimestamp("taken_at").toInstant(),
                row.getString("note"));
    }

    private static ApplicationState state(String code) {
        return ApplicationState.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
