package org.yilianti.gateway.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.gateway.identity.Account;
import org.yilianti.gateway.identity.AccountManagement;
import org.yilianti.gateway.identity.ConditionalOnEmbeddedIssuer;
import org.yilianti.gateway.identity.Grant;

/** Accounts and their grants, for the association-admin. */
@RestController
@ConditionalOnEmbeddedIssuer
@RequestMapping("/v1/accounts")
class AccountController {

    private static final String ROLE = "Role: association-admin of the whole association.";

    private final AccountManagement accounts;
    private final Administrators administrators;

    AccountController(AccountManagement accounts, Administrators administrators) {
        this.accounts = accounts;
        this.administrators = administrators;
    }

    @GetMapping
    @Operation(summary = "Accounts by name", description = ROLE)
    Page list(
            @Parameter(hidden = true) Authentication caller,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        Administrators.Administrator admin = administrators.require(caller);
        int size = Math.clamp(limit, 1, 200);
        List<Account> found = accounts.list(admin.association(), after, size + 1);
        List<Account> items = found.subList(0, Math.min(size, found.size()));
        return new Page(items, found.size() > size ? items.getLast().name() : null);
    }

    @PostMapping
    @Operation(summary = "Open an account for a person", description = ROLE + " A name that is taken answers 409.")
    ResponseEntity<Account> open(
            @Parameter(hidden = true) Authentication caller, @Valid @RequestBody NewAccount request) {
        Administrators.Administrator admin = administrators.require(caller);
        Account account = accounts.open(
                admin.association(),
                request.name(),
                request.displayName(),
                request.staffNo(),
                request.password(),
                request.grants(),
                admin.name());
        return ResponseEntity.created(URI.create("/v1/accounts/" + account.name()))
                .body(account);
    }

    @PutMapping("/{name}/grants")
    @Operation(summary = "Replace all grants of an account", description = ROLE)
    Account grant(
            @Parameter(hidden = true) Authentication caller,
            @PathVariable String name,
            @Valid @RequestBody Grants request) {
        Administrators.Administrator admin = administrators.require(caller);
        return accounts.grant(admin.association(), name, request.grants(), admin.name());
    }

    /** One page; {@code next} goes into {@code after} for the following one, null on the last. */
    record Page(List<Account> items, @Nullable String next) {}

    /** A person to be; the password is the first one. */
    record NewAccount(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}") String name,

            @NotBlank @Size(max = 200) String displayName,
            @Size(max = 50) @Nullable String staffNo,
            @NotNull @Size(min = 12, max = 72) String password,
            @NotNull List<Grant> grants) {

        @Override
        public String toString() {
            return "NewAccount[" + name + "]";
        }
    }

    /** All grants that the account is to have. */
    record Grants(@NotNull List<Grant> grants) {}
}
