package org.yilianti.staff.department;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.department.DepartmentTerm.Head;
import org.yilianti.staff.department.DepartmentTerm.Parent;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.MemberId;

/** The tables of departments and their terms. */
@Repository
public class DepartmentRepository {

    private static final String SELECT = """
            select d.id, d.association_id, d.version, d.institution_id, d.code, d.recorded_at, d.recorded_by, i.code as institution_code,
                t.valid_from, t.valid_to, t.name, t.name_en, t.kind, t.specialty, t.parent_id, p.code as parent_code, t.member_id, m.staff_no
            from department d join institution i on i.id = d.institution_id join department_term t on t.department_id = d.id
                left join department p on p.id = t.parent_id left join member m on m.id = t.member_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DepartmentRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Which departments a list shows; null does not filter.
     *
     * @param asOf those open on this day
     * @param q part of the code or of the name on that day
     */
    public record Filter(
            LocalDate asOf,
            @Nullable String institution,
            @Nullable String kind,
            @Nullable String q) {

        private @Nullable String containing() {
            return q == null
                    ? null
                    : "%" + q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        }
    }

    /** The department, if its institution is within scope. */
    public Optional<Department> find(UUID association, InstitutionScope scope, UUID id) {
        return whole(jdbc.sql(SELECT
                                + "where d.association_id = :association and d.id = :id and "
                                + scope.sql("i.code")
                                + " order by t.valid_from")
                        .param("association", Ids.bytes(association))
                        .param("id", Ids.bytes(id))
                        .param("scopeCodes", scope.sqlCodes())
                        .query(DepartmentRepository::department)
                        .list())
                .stream()
                .findFirst();
    }

    /** Rows of one page, one more than it holds. */
    public List<Department> list(
            UUID association, InstitutionScope scope, Filter filter, SortOrder sort, PageRequest page) {
        return ofIds(
                jdbc.sql("""
                        select d.id from department d join institution i on i.id = d.institution_id
                            join department_term t on t.department_id = d.id
                        where d.association_id = :association and (:institution is null or i.code = :institution)
                            and t.valid_from <= :asOf and (t.valid_to is null or t.valid_to > :asOf)
                            and (:kind is null or t.kind = :kind)
                            and (:q is null or d.code like :q or t.name like :q or t.name_en like :q)
                            and\s""" + scope.sql("i.code") + " and " + sort.afterSql(page) + sort.orderBySql() + " limit :size")
                        .param("association", Ids.bytes(association))
                        .param("institution", filter.institution())
                        .param("asOf", filter.asOf())
                        .param("kind", filter.kind())
                        .param("q", filter.containing())
                        .param("scopeCodes", scope.sqlCodes())
                        .param("afterKey", sort.afterKey(page))
                        .param("afterId", sort.afterId(page))
                        .param("size", page.fetchSize())
                        .query((row, number) -> Ids.uuid(row.getBytes("id")))
                        .list());
    }

    /** Rows of one page, closed ones included, one more than it holds. */
    public List<Department> all(UUID association, InstitutionScope scope, SortOrder sort, PageRequest page) {
        return ofIds(
                jdbc.sql("""
                        select d.id from department d join institution i on i.id = d.institution_id
                        where d.association_id = :association and\s""" + scope.sql("i.code") + " and " + sort.afterSql(page) + sort.orderBySql() + " limit :size")
                        .param("association", Ids.bytes(association))
                        .param("scopeCodes", scope.sqlCodes())
                        .param("afterKey", sort.afterKey(page))
                        .param("afterId", sort.afterId(page))
                        .param("size", page.fetchSize())
                        .query((row, number) -> Ids.uuid(row.getBytes("id")))
                        .list());
    }

    /** All departments of these institutions. */
    List<Department> at(Collection<InstitutionId> places) {
        return places.isEmpty()
                ? List.of()
                : whole(jdbc.sql(SELECT + "where d.institution_id in (:places) order by d.code, d.id, t.valid_from")
                        .param(
                                "places",
                                places.stream().map(InstitutionId::bytes).toList())
                        .query(DepartmentRepository::department)
                        .list());
    }

    /** Those that somebody heads, headed or is to head. */
    List<Department> headedBy(MemberId member) {
        return ofIds(jdbc.sql(
                        "select distinct department_id from department_term where member_id = ? order by department_id")
                .param(member.bytes())
                .query((row, number) -> Ids.uuid(row.getBytes("department_id")))
                .list());
    }

    /** Locks the institutions: their departments change one after the other. */
    void hold(Collection<InstitutionId> places) {
        places.stream()
                .distinct()
                .sorted(Comparator.comparing(InstitutionId::value))
                .forEach(place -> jdbc.sql("select id from institution where id = ? for update")
                        .param(place.bytes())
                        .query((row, number) -> true)
                        .single());
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

    private List<Department> ofIds(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Department> found = new LinkedHashMap<>();
        whole(jdbc.sql(SELECT + "where d.id in (:ids) order by d.id, t.valid_from")
                        .param("ids", ids.stream().map(Ids::bytes).toList())
                        .query(DepartmentRepository::department)
                        .list())
                .forEach(department -> found.put(department.id(), department));
        return ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
    }

    /** Joins rows of one term each, those of a department in order of time. */
    private static List<Department> whole(List<Department> rows) {
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

    private static Department department(ResultSet row, int number) throws SQLException {
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
