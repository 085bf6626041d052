package org.yilianti.staff.institution;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;

/** Finds institutions without changing them. */
@Repository
public class InstitutionDirectory {

    private final JdbcClient jdbc;
    private final InstitutionRepository institutions;

    InstitutionDirectory(JdbcClient jdbc, InstitutionRepository institutions) {
        this.jdbc = jdbc;
        this.institutions = institutions;
    }

    /** The institution, if it exists within scope. */
    public Optional<Institution> find(UUID association, InstitutionScope scope, InstitutionId id) {
        return institutions
                .functioning(jdbc.sql(InstitutionRepository.SELECT
                                + "where i.association_id = :association and i.id = :id and " + scope.sql("i.code"))
                        .param("association", Ids.bytes(association))
                        .param("id", id.bytes())
                        .param("scopeCodes", scope.sqlCodes())
                        .query(InstitutionRepository::institution)
                        .list())
                .stream()
                .findFirst();
    }

    /** Rows of one page, one more than it holds. */
    public List<Institution> list(
            UUID association, InstitutionScope scope, InstitutionFilter filter, SortOrder sort, PageRequest page) {
        return institutions.functioning(
                jdbc.sql(InstitutionRepository.SELECT + """
                        where i.association_id = :association and (:tier is null or i.tier = :tier)
                            and (:q is null or i.name like :q or i.name_en like :q or i.code like :q)
                            and (:function is null or exists (select 1 from institution_function f where f.institution_id = i.id
                                and f.function_code = :function and f.valid_from <= :asOf and (f.valid_to is null or f.valid_to > :asOf)))
                            and\s""" + scope.sql("i.code") + " and " + sort.afterSql(page)
                                + sort.orderBySql()
                                + " limit :size")
                        .param("association", Ids.bytes(association))
                        .param("tier", filter.tier())
                        .param("q", filter.containing())
                        .param("function", filter.function())
                        .param("asOf", filter.asOf())
                        .param("scopeCodes", scope.sqlCodes())
                        .param("afterKey", sort.afterKey(page))
                        .param("afterId", sort.afterId(page))
                        .param("size", page.fetchSize())
                        .query(InstitutionRepository::institution)
                        .list());
    }

    /** The institutions that rows name in any of these fields. */
    public Places named(Editor editor, List<Entry> entries, String... fields) {
        Set<String> codes = new HashSet<>();
        for (String field : fields) {
            entries.forEach(entry -> codes.add(entry.key(field)));
        }
        return new Places(editor, ids(editor.association(), codes));
    }

    /** The ids of those codes that exist. */
    public Map<String, InstitutionId> ids(UUID association, Collection<String> codes) {
        Map<String, InstitutionId> ids = new HashMap<>();
        if (!codes.isEmpty()) {
            jdbc.sql("select id, code from institution where association_id = :association and code in (:codes)")
                    .param("association", Ids.bytes(association))
                    .param("codes", codes)
                    .query(row -> {
                        ids.put(row.getString("code"), InstitutionId.of(row.getBytes("id")));
                    });
        }
        return ids;
    }
}
