package org.yilianti.rotation.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;

/**
 * The rows a caller may see: those of the institutions in scope, and those about the caller.
 *
 * @param association nothing outside is ever seen
 * @param ownMemberId the caller as a member of staff; null when the caller is none
 */
public record Sight(
        UUID association, InstitutionScope scope, @Nullable UUID ownMemberId) {

    /**
     * SQL condition; bind its parameters with {@link #bind}.
     *
     * @param memberColumn such as {@code d.member_id}
     * @param institutionColumns id columns of the institutions to which a row belongs; one in scope is enough
     */
    public String sql(String associationColumn, String memberColumn, String... institutionColumns) {
        return associationColumn + " = :association and (coalesce(" + memberColumn
                + " = :ownMember, false) or exists (select 1 from"
                + " directory_institution scoped where scoped.id in (" + String.join(", ", institutionColumns)
                + ") and "
                + scope.sql("scoped.code") + "))";
    }

    /** Without the caller's own rows: what can only be done for an institution. */
    public Sight officeOnly() {
        return new Sight(association, scope, null);
    }

    public StatementSpec bind(StatementSpec statement) {
        return statement
                .param("association", Ids.bytes(association))
                .param("ownMember", Ids.bytesOrNull(ownMemberId))
                .param("scopeCodes", scope.sqlCodes());
    }
}
