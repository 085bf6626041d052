package org.yilianti.gateway.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.gateway.identity.ConditionalOnEmbeddedIssuer;
import org.yilianti.gateway.identity.PasswordManagement;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.WithoutRole;

/** The password of whoever is calling; the present one stands in for the version that other changes name. */
@RestController
@ConditionalOnEmbeddedIssuer
@RequestMapping("/v1/session/password")
class PasswordController {

    private final PasswordManagement passwords;

    PasswordController(PasswordManagement passwords) {
        this.passwords = passwords;
    }

    @PutMapping
    @WithoutRole
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Change the own password",
            description = "For every person. All sessions and tokens of the account end, this one included.")
    void change(Caller caller, @Valid @RequestBody Change request) {
        passwords.change(caller, request.present(), request.next());
    }

    /** The present password and the next. */
    record Change(@NotNull String present, @NotNull String next) {

        @Override
        public String toString() {
            return "Change[***]";
        }
    }
}
