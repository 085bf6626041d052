package org.yilianti.gateway.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.gateway.identity.Account;
import org.yilianti.gateway.identity.Grant;

/** An account as administrators see it: never its password. */
record AccountView(
        String name,
        Account.Kind kind,
        String association,
        String displayName,
        @Nullable String staffNo,
        List<GrantView> grants,
        boolean closed) {

    /** A role over institutions; {@code *} is all of them. */
    record GrantView(String role, List<String> institutions) {

        static GrantView of(Grant grant) {
            return new GrantView(grant.role().claim(), grant.institutions());
        }
    }

    static AccountView of(Account account) {
        return new AccountView(
                account.name(),
                account.kind(),
                account.association().toString(),
                account.displayName(),
                account.staffNo(),
                account.grants().stream().map(GrantView::of).toList(),
                account.closed());
    }
}
