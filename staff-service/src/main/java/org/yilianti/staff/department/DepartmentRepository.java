package org.yilianti.staff.department;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.department.DepartmentTerm.Head;
import org.yilianti.staff.department.DepartmentTerm.Parent;
import org.yilianti.staff.institution.InstitutionId;

/** The tables of departments and of what is so of them. */
@Repository
class DepartmentRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DepartmentRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Those of these institutions that keep departments. */
    List<InstitutionId> keeping(Collection<InstitutionId> places) {
        return places.isEmpty()
                ? List.of()
                : jdbc.sql("select distinct institution_id from department where institution_id in (:places)")
                        .param(
                                "places",
                                places.stream().map(InstitutionId::bytes).toList())
                        .query((row, number) -> InstitutionId.of(row.getBytes("institution_id")))
                        .list();
    }

    /** How many appointments and posts name one of these departments and go on after a day. */
    long used(InstitutionId place, Collection<String> names, LocalDate day) {
        return jdbc.sql("""
                        select (select count(*) from appointment where institution_id = :place and believed = 1 and department in (:names)
                                and (valid_to is null or valid_to > :day))
                            + (select count(*) from authorised_post where institution_id = :place and department in (:names)
                                and (valid_to is null or valid_to > :day))
                        """)
                .param("place", place.bytes())
                .param("names", names)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** Writes new departments and new versions of known ones, all departments before the first term that names one. */
    void save(List<Department> opened, List<Department> changed) {
        batches.batchUpdate(
                """
                insert into department (version, recorded_at, recorded_by, institution_id, code, association_id, id)
                values (?, ?, ?, ?, ?, ?, ?)
                """, opened.stream().map(DepartmentRepository::columns).toList());
        batches.batchUpdate(
                """
                update department set version = ?, recorded_at = ?, recorded_by = ?
                where institution_id = ? and code = ? and association_id = ? and id = ?
                """, changed.stream().map(DepartmentRepository::columns).toList());
        batches.batchUpdate(
                "delete from department_term where department_id = ?",
                changed.stream()
                        .map(department -> new Object[] {Ids.bytes(department.id())})
                        .toList());
        batches.batchUpdate(
                """
                insert into department_term (association_id, department_id, valid_from, valid_to, name, name_en, kind, specialty, parent_id,
                    member_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Stream.concat(opened.stream(), changed.stream())
                        .flatMap(department -> department.terms().stream().map(term -> columns(department, term)))
                        .toList());
    }

    private static Object[] columns(Department department) {
        return new Object[] {
            department.version(),
            Timestamp.from(department.recordedAt()),
            department.recordedBy(),
            department.institution().id().bytes(),
            department.code(),
            Ids.bytes(department.association()),
            Ids.bytes(department.id())
        };
    }

    private static Object[] columns(Department department, DepartmentTerm term) {
        Parent parent = term.parent();
        Head head = term.head();
        return new Object[] {
            Ids.bytes(department.association()),
            Ids.bytes(department.id()),
            term.valid().from(),
            term.valid().to(),
            term.name(),
            term.nameEn(),
            term.kind().code(),
            term.specialty(),
            parent == null ? null : Ids.bytes(parent.id()),
            head == null ? null : head.id().bytes()
        };
    }
}
