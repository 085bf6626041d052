package org.yilianti.rotation.notification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;

/**
 * The notifications that are meant for a caller: as a member, by account, and by role for the institutions of that role's grant.
 *
 * @param scopes the roles held, each with its own institutions
 */
public record Readership(
        UUID association, String account, @Nullable UUID memberId, Map<Role, InstitutionScope> scopes) {

    /** @param memberId the caller as a member of staff; null for others */
    public static Readership of(Caller caller, @Nullable UUID memberId) {
        Map<Role, InstitutionScope> scopes = Arrays.stream(Role.values())
                .filter(caller::has)
                .collect(Collectors.toMap(
                        role -> role, caller::scope, InstitutionScope::union, () -> new EnumMap<>(Role.class)));
        return new Readership(caller.association(), caller.name(), memberId, scopes);
    }

    /** SQL condition on alias {@code n}; bind its parameters with {@link #bind}. */
    String sql() {
        List<String> ways =
                new ArrayList<>(List.of("n.account = :account", "coalesce(n.member_id = :ownMember, false)"));
        scopes.forEach((role, scope) -> ways.add(
                scope.all()
                        ? "n.role = '" + role.claim() + "'"
                        : "(n.role = '" + role.claim() + "' and n.institution_code in (:codes" + role.name() + "))"));
        return "n.association_id = :association and (" + String.join(" or ", ways) + ")";
    }

    StatementSpec bind(StatementSpec statement) {
        StatementSpec bound = statement
                .param("association", Ids.bytes(association))
                .param("account", account)
                .param("ownMember", Ids.bytesOrNull(memberId));
        for (Map.Entry<Role, InstitutionScope> one : scopes.entrySet()) {
            bound = one.getValue().all()
                    ? bound
                    : bound.param("codes" + one.getKey().name(), one.getValue().sqlCodes());
        }
        return bound;
    }
}
