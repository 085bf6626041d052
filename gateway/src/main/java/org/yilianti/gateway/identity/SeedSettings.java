package org.yilianti.gateway.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The accounts and clients that an empty store begins with; ignored as soon as there is one account.
 *
 * @param association the association whose accounts this gateway keeps
 */
@Validated
@ConfigurationProperties("gateway")
record SeedSettings(
        @DefaultValue("01990000-0000-7000-8000-000000000001")
        UUID association,

        @DefaultValue List<@Valid Person> accounts,
        @DefaultValue List<@Valid Client> clients) {

    /** A person: signs in with a password. */
    record Person(
            @NotBlank String name,
            @NotBlank String displayName,
            @Nullable String staffNo,
            @NotBlank String password,
            @DefaultValue List<@Valid Granted> grants) {

        @Override
        public String toString() {
            return "Person[" + name + "]";
        }
    }

    /**
     * A program: with a secret and no redirect URI it acts for itself (client credentials), with redirect URIs for
     * people (code + PKCE), then confidentially if it has a secret and publicly if it has none.
     */
    record Client(
            @NotBlank String id,
            @NotBlank String name,
            @Nullable String secret,
            @DefaultValue List<String> redirectUris,
            @DefaultValue List<@Valid Granted> grants) {

        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /** A grant as it is written in configuration. */
    record Granted(@NotBlank String role, List<String> institutions) {

        Grant grant() {
            return new Grant(Grant.role(role), institutions);
        }
    }
}
