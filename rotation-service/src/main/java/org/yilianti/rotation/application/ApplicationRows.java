package org.yilianti.rotation.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.yilianti.platform.ids.Ids;
import org.yilianti.rotation.agreement.TermsRows;
import tools.jackson.databind.ObjectMapper;

/** Reads applications from rows. */
record ApplicationRows(ObjectMapper json) {

    /** Without its history and hands, which are in other tables. */
    PracticeApplication application(ResultSet row, int number) throws SQLException {
        return new PracticeApplication(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new ApplicationSubject(
                        parties(row),
                        new TermsRows(json).terms(row),
                        Ids.uuidOrNull(row.getBytes("renews_agreement_id"))),
                ApplicationState.ofCode(row.getString("state")),
                progress(row),
                List.of(json.readValue(row.getString("reasons"), ApplicationReason[].class)),
                ApplicationTrail.NONE);
    }

    private static ApplicationParties parties(ResultSet row) throws SQLException {
        return new ApplicationParties(
                Ids.uuid(row.getBytes("member_id")),
                row.getString("staff_no"),
                Ids.uuid(row.getBytes("home_institution_id")),
                row.getString("home_code"),
                Ids.uuid(row.getBytes("host_institution_id")),
                row.getString("host_code"));
    }

    String levels(Progress progress) {
        return json.writeValueAsString(progress.levels());
    }

    private Progress progress(ResultSet row) throws SQLException {
        String levels = row.getString("levels");
        return new Progress(
                levels == null ? WorkflowPolicy.standard().levels() : List.of(json.readValue(levels, Level[].class)),
                row.getInt("level"),
                row.getBoolean("escalated"),
                row.getBoolean("asked"),
                row.getObject("remind_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("expire_on", LocalDate.class));
    }

    ApplicationStep step(ResultSet row) throws SQLException {
        String onBehalfOf = row.getString("on_behalf_of");
        return new ApplicationStep(
                ApplicationState.ofCode(row.getString("state")),
                StepAction.ofCode(row.getString("action")),
                row.getString("actor"),
                onBehalfOf == null ? List.of() : List.of(json.readValue(onBehalfOf, String[].class)),
                row.getTimestamp("taken_at").toInstant(),
                row.getString("note"));
    }

    String accounts(List<String> onBehalfOf) {
        return json.writeValueAsString(onBehalfOf);
    }
}
