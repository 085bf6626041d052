package org.yilianti.gateway.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.gateway.identity.Account;
import org.yilianti.gateway.identity.AccountManagement;
import org.yilianti.gateway.identity.ConditionalOnEmbeddedIssuer;
import org.yilianti.gateway.identity.web.AccountRequests.Grants;
import org.yilianti.gateway.identity.web.AccountRequests.NewAccount;
import org.yilianti.gateway.identity.web.AccountRequests.Reason;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Accounts and their grants, for administrators of the whole association. */
@RestController
@ConditionalOnEmbeddedIssuer
@RequestMapping("/v1/accounts")
class AccountController {

    private final AccountManagement accounts;

    AccountController(AccountManagement accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    @Requires(Role.ASSOCIATION_ADMIN)
    @Operation(summary = "Accounts by name")
    Page<AccountView> list(Caller caller, PageRequest page) {
        requireWholeAssociation(caller);
        return Page.of(accounts.list(caller, page), page, account -> Cursor.of(account.name()))
                .map(AccountView::of);
    }

    @GetMapping("/{name}")
    @Requires(Role.ASSOCIATION_ADMIN)
    @Operation(summary = "One account")
    ResponseEntity<AccountView> read(Caller caller, @PathVariable String name) {
        requireWholeAssociation(caller);
        return shown(accounts.read(caller, name));
    }

    @PostMapping
    @Requires(Role.ASSOCIATION_ADMIN)
    @Operation(summary = "Open an account for a person", description = "A name that is taken answers 409.")
    ResponseEntity<AccountView> open(Caller caller, @Valid @RequestBody NewAccount request) {
        requireWholeAssociation(caller);
        Account account = accounts.open(caller, request.opening());
        return ResponseEntity.created(URI.create("/v1/accounts/" + account.name()))
                .eTag(ExpectedVersion.etag(account.version()))
                .body(AccountView.of(account));
    }

    @PutMapping("/{name}/grants")
    @Requires(Role.ASSOCIATION_ADMIN)
    @Operation(
            summary = "Replace all grants of somebody else's account",
            description = "They count with the next token.")
    ResponseEntity<AccountView> grant(
            Caller caller, @PathVariable String name, ExpectedVersion expected, @Valid @RequestBody Grants request) {
        requireWholeAssociation(caller);
        return shown(accounts.grant(caller, name, expected, request.read()));
    }

    @PostMapping("/{name}/closures")
    @Requires(Role.ASSOCIATION_ADMIN)
    @Operation(summary = "Close somebody else's account", description = "Its sessions and tokens end.")
    ResponseEntity<AccountView> close(Caller caller, @PathVariable String name, @Valid @RequestBody Reason request) {
        requireWholeAssociation(caller);
        return shown(accounts.close(caller, name, request.reason()));
    }

    @PostMapping("/{name}/reopenings")
    @Requires(Role.ASSOCIATION_ADMIN)
    @Operation(summary = "Let a closed account sign in again")
    ResponseEntity<AccountView> reopen(Caller caller, @PathVariable String name, @Valid @RequestBody Reason request) {
        requireWholeAssociation(caller);
        return shown(accounts.reopen(caller, name, request.reason()));
    }

    /** An account may hold grants for any institution, so a part of the association is not enough. */
    private static void requireWholeAssociation(Caller caller) {
        caller.require("*", Role.ASSOCIATION_ADMIN);
    }

    private static ResponseEntity<AccountView> shown(Account account) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(account.version())).body(AccountView.of(account));
    }
}
