package org.yilianti.staff.member;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * Which members somebody sees.
 *
 * @param offices institutions whose people they see
 * @param ownStaffNo themselves; null for outsiders and machines
 * @param today appointments that ended before no longer count
 */
public record Sight(InstitutionScope offices, @Nullable String ownStaffNo, LocalDate today) {

    private static final String SQL = """
            (:sightAll or m.staff_no = :ownStaffNo
                or m.id in (select seen.member_id from appointment seen join institution at_i on at_i.id = seen.institution_id
                    where at_i.association_id = :association and at_i.code in (:scopeCodes) and seen.believed = 1
                        and (seen.valid_to is null or seen.valid_to > :today))
                or m.registered_at_id in (select reg.id from institution reg
                        where reg.association_id = :association and reg.code in (:scopeCodes))
                    and not exists (select 1 from appointment anywhere where anywhere.member_id = m.id))
            """;

    /** What a caller sees by all roles that read members; a member of staff as such sees only their own record. */
    public static Sight of(Caller caller, LocalDate today) {
        Role[] offices =
                Arrays.stream(Role.values()).filter(role -> role != Role.STAFF).toArray(Role[]::new);
        return new Sight(caller.scope(offices), caller.has(Role.STAFF) ? caller.staffNo() : null, today);
    }

    /** Everybody in these institutions, nobody for being themselves. */
    public static Sight of(InstitutionScope offices, LocalDate today) {
        return new Sight(offices, null, today);
    }

    /** SQL condition on a row of member {@code m}; {@link #bind} its parameters. */
    public String sql() {
        return SQL;
    }

    /** SQL queries for the ids that {@link #sql()} keeps when not all are in sight, and perhaps a few more; {@link #bind} their parameters. */
    public List<String> ways() {
        return List.of(
                """
                select seen.member_id as id from appointment seen join institution at_i on at_i.id = seen.institution_id
                where at_i.association_id = :association and at_i.code in (:scopeCodes) and seen.believed = 1
                """,
                """
                select n.id as id from member n join institution reg on reg.id = n.registered_at_id
                where reg.association_id = :association and reg.code in (:scopeCodes)
                """,
                "select n.id as id from member n where n.association_id = :association and n.staff_no = :ownStaffNo");
    }

    /**
     * SQL condition on a record of a person at an institution: the person is in sight, or the institution in scope; {@link #bind} its
     * parameters.
     *
     * @param memberColumn such as {@code l.member_id}; never caller input
     * @param institutionColumn such as {@code l.main_institution_id}; never caller input
     */
    public static String sqlOf(String memberColumn, String institutionColumn) {
        return "(:sightAll or " + memberColumn
                + " in (select m.id from member m where m.association_id = :association and " + SQL + ") or "
                + institutionColumn
                + " in (select place.id from institution place where place.association_id = :association"
                + " and place.code in (:scopeCodes)))";
    }

    /** Binds all but {@code :association}. */
    public StatementSpec bind(StatementSpec statement) {
        return statement
                .param("sightAll", offices.all())
                .param("ownStaffNo", ownStaffNo)
                .param("scopeCodes", offices.sqlCodes())
                .param("today", today);
    }

    /** As {@link #sql()}, for a member at hand. */
    boolean reaches(Member member, List<Appointment> believed) {
        InstitutionRef registeredAt = member.registeredAt();
        if (offices.all()) {
            return true;
        }
        return believed.isEmpty()
                ? registeredAt != null && offices.permits(registeredAt.code())
                : believed.stream()
                        .filter(appointment -> appointment.presentOrComing(today))
                        .anyMatch(appointment ->
                                offices.permits(appointment.details().institutionCode()));
    }
}
