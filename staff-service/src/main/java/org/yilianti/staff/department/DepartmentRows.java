package org.yilianti.staff.department;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.department.DepartmentTerm.Head;
import org.yilianti.staff.department.DepartmentTerm.Parent;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;

/** How departments lie in rows: one for each term. */
final class DepartmentRows {

    /** The rows of departments, to be read in the order of {@code t.valid_from} within each. */
    static final String SELECT = """
            select d.id, d.association_id, d.version, d.institution_id, d.code, d.recorded_at, d.recorded_by, i.code as institution_code,
                t.valid_from, t.valid_to, t.name, t.name_en, t.kind, t.specialty, t.parent_id, p.code as parent_code, t.member_id, m.staff_no
            from department d join institution i on i.id = d.institution_id join department_term t on t.department_id = d.id
                left join department p on p.id = t.parent_id left join member m on m.id = t.member_id
            """;

    private DepartmentRows() {}

    /** Joins rows of one term each, those of a department in order of time. */
    static List<Department> whole(List<Department> rows) {
        Map<UUID, Department> byId = new LinkedHashMap<>();
        for (Department row : rows) {
            byId.merge(row.id(), row, (known, next) -> {
                List<DepartmentTerm> terms = new ArrayList<>(known.terms());
                terms.addAll(next.terms());
                return known.withTerms(terms);
            });
        }
        return List.copyOf(byId.values());
    }

    static Department department(ResultSet row, int number) throws SQLException {
        byte[] parent = row.getBytes("parent_id");
        byte[] head = row.getBytes("member_id");
        DepartmentTerm term = new DepartmentTerm(
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getString("name"),
                row.getString("name_en"),
                Coded.of(DepartmentKind.class, row.getString("kind")),
                row.getString("specialty"),
                parent == null ? null : new Parent(Ids.uuid(parent), row.getString("parent_code")),
                head == null ? null : new Head(MemberId.of(head), row.getString("staff_no")));
        return new Department(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                row.getString("code"),
                List.of(term),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"));
    }
}
