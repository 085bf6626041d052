package org.yilianti.gateway.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.gateway.identity.Account;
import org.yilianti.gateway.identity.AccountManagement;
import org.yilianti.gateway.identity.Grant;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/** What administrators send. */
final class AccountRequests {

    private AccountRequests() {}

    /** A person to be; the password is the first one. */
    record NewAccount(
            @NotNull @Pattern(regexp = Account.NAME) String name,
            @NotBlank @Size(max = 200) String displayName,
            @Size(max = 50) @Nullable String staffNo,
            @NotNull String password,
            @NotNull @Valid List<Granted> grants) {

        AccountManagement.Opening opening() {
            return new AccountManagement.Opening(name, displayName, staffNo, password, Granted.read(grants));
        }

        @Override
        public String toString() {
            return "NewAccount[" + name + "]";
        }
    }

    /** All grants that the account is to have. */
    record Grants(@NotNull @Valid List<Granted> grants) {

        List<Grant> read() {
            return Granted.read(grants);
        }
    }

    /** Why an account is closed or reopened; kept in the audit trail. */
    record Reason(@NotBlank @Size(max = 500) String reason) {}

    /** A role by its name in tokens, over institutions by code or {@code *}. */
    record Granted(
            @NotNull String role, @NotEmpty List<@NotNull @Pattern(regexp = Grant.INSTITUTION) String> institutions) {

        /** The grants meant; refuses (422) roles there are not, all at once. */
        static List<Grant> read(List<Granted> all) {
            List<Grant> grants = new ArrayList<>();
            List<Violation> unknown = new ArrayList<>();
            for (Granted granted : all) {
                Role.ofClaim(granted.role)
                        .ifPresentOrElse(
                                role -> grants.add(new Grant(role, granted.institutions)),
                                () -> unknown.add(new Violation(
                                        "/grants/" + all.indexOf(granted) + "/role",
                                        "account.role-unknown",
                                        granted.role)));
            }
            if (!unknown.isEmpty()) {
                throw Refusal.invalid(unknown);
            }
            return grants;
        }
    }
}
