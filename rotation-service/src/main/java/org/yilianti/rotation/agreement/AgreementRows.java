package org.yilianti.rotation.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.time.DatePeriod;
import tools.jackson.databind.ObjectMapper;

/** Reads agreements from rows, and writes the parts that are kept as JSON. */
@Component
record AgreementRows(ObjectMapper json) {

    PracticeAgreement agreement(ResultSet row, int number) throws SQLException {
        return new PracticeAgreement(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new AgreementParties(
                        Ids.uuid(row.getBytes("application_id")),
                        Ids.uuid(row.getBytes("member_id")),
                        Ids.uuid(row.getBytes("home_institution_id")),
                        Ids.uuid(row.getBytes("host_institution_id"))),
                AgreedTerms.of(new AgreementTerms(
                        new DatePeriod(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class)),
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
                                row.getObject("insured_to", LocalDate.class)))),
                new AgreementStanding(
                        AgreementStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        row.getString("status_reason"),
                        row.getObject("status_from", LocalDate.class),
                        causes(row.getString("status_causes"))));
    }

    String causes(AgreementStanding standing) {
        return json.writeValueAsString(standing.causes());
    }

    private List<SuspensionCause> causes(@Nullable String stored) {
        return stored == null ? List.of() : List.of(json.readValue(stored, SuspensionCause[].class));
    }
}
