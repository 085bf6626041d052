package org.yilianti.staff.career;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.Recorded;
import org.yilianti.staff.membership.Belonging;

/** The pyramid of an institution: its people with a main appointment by specialty, title and age (R9). */
@Repository
public class Echelon {

    private final JdbcClient jdbc;

    Echelon(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One stone of the pyramid.
     *
     * @param ages {@code under-35}, {@code 35-44}, {@code 45-54} or {@code 55-and-over}, in full years on the day
     */
    public record Stone(String institutionCode, @Nullable String specialty, String title, String ages, long people) {}

    /** The stones in scope on a day, of institutions that belong to the association then; title and specialty are those registered now. */
    public List<Stone> of(
            UUID association,
            InstitutionScope scope,
            @Nullable String institution,
            @Nullable String specialty,
            LocalDate asOf) {
        return jdbc.sql("""
                        select code, specialty, title, ages, count(*) as people from (
                            select distinct i.code, m.id, m.specialty, m.title, case
                                when timestampdiff(year, m.birth_date, :asOf) < 35 then 'under-35'
                                when timestampdiff(year, m.birth_date, :asOf) < 45 then '35-44'
                                when timestampdiff(year, m.birth_date, :asOf) < 55 then '45-54'
                                else '55-and-over' end as ages
                            from institution i
                            join appointment a on a.institution_id = i.id and a.believed = 1 and a.main_post and\s""" + Recorded.asOfSql("a") + """
                            join member m on m.id = a.member_id
                            where i.association_id = :association and (:institution is null or i.code = :institution)
                                and (:specialty is null or m.specialty = :specialty) and\s""" + scope.sql("i.code") + " and " + Belonging.sql("i.id") + """
                        ) person group by code, specialty, title, ages order by code, specialty, title, ages
                        """)
                .param("association", Ids.bytes(association))
                .param("institution", institution)
                .param("specialty", specialty)
                .param("asOf", asOf)
                .param("scopeCodes", scope.sqlCodes())
                .query((row, number) -> new Stone(
                        row.getString("code"),
                        row.getString("specialty"),
                        row.getString("title"),
                        row.getString("ages"),
                        row.getLong("people")))
                .list();
    }
}
