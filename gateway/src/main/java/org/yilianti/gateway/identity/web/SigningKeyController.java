package org.yilianti.gateway.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.gateway.identity.ConditionalOnEmbeddedIssuer;
import org.yilianti.gateway.identity.SigningKeyManagement;
import org.yilianti.gateway.identity.SigningKeyManagement.Known;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;

/** The keys that sign tokens, for administrators of the whole association; never more of them than their ids and times. */
@RestController
@ConditionalOnEmbeddedIssuer
@RequestMapping("/v1/signing-keys")
class SigningKeyController {

    private final SigningKeyManagement keys;

    SigningKeyController(SigningKeyManagement keys) {
        this.keys = keys;
    }

    @GetMapping
    @Requires(Role.ASSOCIATION_ADMIN)
    @Operation(summary = "The keys that sign or verify tokens, newest first")
    List<KeyView> list(Caller caller) {
        caller.require("*", Role.ASSOCIATION_ADMIN);
        return keys.list().stream().map(KeyView::of).toList();
    }

    @PostMapping
    @Requires(Role.ASSOCIATION_ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Announce a new key",
            description = "It signs shortly after; the previous one verifies as long as tokens signed by it live.")
    KeyView rotate(Caller caller) {
        caller.require("*", Role.ASSOCIATION_ADMIN);
        return KeyView.of(keys.rotate(caller));
    }

    /** A key: {@code announced}, {@code signing} or {@code verifying}; {@code verifiesUntil} is null without a successor. */
    record KeyView(
            String kid,
            String standing,
            Instant createdAt,
            Instant signsFrom,
            @Nullable Instant verifiesUntil) {

        static KeyView of(Known known) {
            return new KeyView(
                    known.key().kid(),
                    known.standing().name().toLowerCase(Locale.ROOT),
                    known.key().createdAt(),
                    known.key().signsFrom(),
                    known.key().verifiesUntil());
        }
    }
}
