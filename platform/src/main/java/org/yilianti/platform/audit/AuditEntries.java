package org.yilianti.platform.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** The trail as auditors search it. */
class AuditEntries {

    private final JdbcClient jdbc;

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is searched for; null matches everything. */
    record Filter(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subjectId) {}

    /** Rows of the association that concern institutions in scope, newest first; rows of no institution need the whole scope. */
    List<AuditEntry> search(UUID association, InstitutionScope scope, Filter filter, PageRequest page) {
        return jdbc.sql("""
                        select sequence, id, association_id, occurred_at, actor, action, subject_type, subject_id, institution_code, detail,
                            correlation_id
                        from audit_entry
                        where association_id = :association and (:all or institution_code in (:scopeCodes))
                            and (:actor is null or actor = :actor) and (:action is null or action = :action)
                            and (:subjectId is null or subject_id = :subjectId) and sequence < :before
                        order by sequence desc limit :size
                        """)
                .param("association", Ids.bytes(association))
                .param("all", scope.all())
                .param("scopeCodes", scope.sqlCodes())
                .param("actor", filter.actor())
                .param("action", filter.action())
                .param("subjectId", filter.subjectId())
                .param(
                        "before",
                        page.after() == null ? Long.MAX_VALUE : page.after().number(0))
                .param("size", page.fetchSize())
                .query(AuditChain::entry)
                .list();
    }
}
