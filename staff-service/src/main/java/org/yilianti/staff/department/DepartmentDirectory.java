package org.yilianti.staff.department;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.MemberId;

/** Finds departments without changing them. */
@Repository
public class DepartmentDirectory {

    private final JdbcClient jdbc;

    DepartmentDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        return DepartmentRows.whole(jdbc.sql(DepartmentRows.SELECT
                                + "where d.association_id = :association and d.id = :id and "
                                + scope.sql("i.code")
                                + " order by t.valid_from")
                        .param("association", Ids.bytes(association))
                        .param("id", Ids.bytes(id))
                        .param("scopeCodes", scope.sqlCodes())
                        .query(DepartmentRows::department)
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
                : DepartmentRows.whole(jdbc.sql(DepartmentRows.SELECT
                                + "where d.institution_id in (:places) order by d.code, d.id, t.valid_from")
                        .param(
                                "places",
                                places.stream().map(InstitutionId::bytes).toList())
                        .query(DepartmentRows::department)
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

    private List<Department> ofIds(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Department> found = new LinkedHashMap<>();
        DepartmentRows.whole(jdbc.sql(DepartmentRows.SELECT + "where d.id in (:ids) order by d.id, t.valid_from")
                        .param("ids", ids.stream().map(Ids::bytes).toList())
                        .query(DepartmentRows::department)
                        .list())
                .forEach(department -> found.put(department.id(), department));
        return ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
    }
}
