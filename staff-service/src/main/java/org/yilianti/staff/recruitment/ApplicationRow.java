package org.yilianti.staff.recruitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.personal.PersonalDataCipher;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.AppointmentId;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.NationalId;
import org.yilianti.staff.member.Phone;
import org.yilianti.staff.member.Sex;
import org.yilianti.staff.member.Title;
import org.yilianti.staff.recruitment.Application.Decision;
import org.yilianti.staff.recruitment.Application.Hire;
import org.yilianti.staff.recruitment.Application.Offer;
import org.yilianti.staff.recruitment.Application.State;
import tools.jackson.databind.ObjectMapper;

/** Reads applications from rows; the only place where what is sealed in them is opened. */
@Component
class ApplicationRow {

    /** Who was appointed goes by the name of the member. */
    static final String NAME = "coalesce(m.name, a.name)";

    static final String SELECT = "select a.*, " + NAME + """
             as known_name, i.code as institution_code
            from recruitment_application a join institution i on i.id = a.institution_id left join member m on m.id = a.member_id
            """;

    private final PersonalDataCipher cipher;
    private final ObjectMapper json;

    ApplicationRow(PersonalDataCipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    Application read(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        return new Application(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                row.getString("external_id"),
                Ids.uuid(row.getBytes("campaign_id")),
                Ids.uuid(row.getBytes("position_id")),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                candidate(row),
                Coded.of(State.class, row.getString("state")),
                decision == null ? null : json.readValue(decision, Decision.class),
                new Scores(row.getBigDecimal("paper_score"), row.getBigDecimal("interview_score")),
                offer(row),
                hire(row),
                row.getTimestamp("applied_at").toInstant(),
                row.getString("applied_by"));
    }

    private Candidate candidate(ResultSet row) throws SQLException {
        byte[] number = row.getBytes("national_id_sealed");
        byte[] phone = row.getBytes("phone_sealed");
        return new Candidate(
                row.getString("known_name"),
                row.getString("name_latin"),
                Coded.of(Sex.class, row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                number == null ? null : new NationalId(cipher.decrypt(number)),
                phone == null ? null : new Phone(cipher.decrypt(phone)),
                Coded.of(Education.class, row.getString("education")),
                Coded.of(Title.class, row.getString("title")),
                row.getObject("title_since", LocalDate.class),
                row.getString("specialty"),
                row.getString("licence_number"),
                List.of(json.readValue(row.getString("grounds"), String[].class)));
    }

    private static @Nullable Offer offer(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("offered_at");
        return at == null
                ? null
                : new Offer(row.getString("seat"), at.toInstant(), row.getObject("answer_until", LocalDate.class));
    }

    private static @Nullable Hire hire(ResultSet row) throws SQLException {
        byte[] member = row.getBytes("member_id");
        return member == null
                ? null
                : new Hire(
                        row.getLong("hire_version"),
                        MemberId.of(member),
                        AppointmentId.of(row.getBytes("appointment_id")));
    }
}
