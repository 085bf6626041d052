package org.yilianti.sample.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTokensTests {

    private static final String TOKEN = "{\"access_token\":\"t-1\",\"expires_in\":300}";

    private final Listening issuer = Listening.on(0);
    private final SignInTokens tokens = new SignInTokens(issuer.uri(), Set.of("his"), "pass word", "secret");

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void aMachineShowsItsSecretAndItsTokenIsKept() throws IOException {
        issuer.then(200, TOKEN);

        assertThat(tokens.of("his")).isEqualTo("t-1");
        assertThat(tokens.of("his")).isEqualTo("t-1");
        assertThat(issuer.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.target()).isEqualTo("/oauth2/token");
            assertThat(asked.body()).isEqualTo("grant_type=client_credentials");
            assertThat(asked.authorization())
                    .isEqualTo("Basic "
                            + Base64.getEncoder().encodeToString("his:secret".getBytes(StandardCharsets.UTF_8)));
        });
    }

    @Test
    void aPersonSignsInThroughTheFormAndProvesThatTheyBegan() throws Exception {
        issuer.then(302, "", Map.of("Location", "/login", "Set-Cookie", "__Host-S=1; Path=/; Secure; HttpOnly"))
                .then(200, "<form><input name=\"_csrf\" type=\"hidden\" value=\"c-1\"/></form>")
                .then(302, "", Map.of("Location", issuer.uri() + "/oauth2/authorize?continue"))
                .then(302, "", Map.of("Location", "http://127.0.0.1/callback?code=k%2F1&state=s"))
                .then(200, TOKEN);

        assertThat(tokens.of("hr")).isEqualTo("t-1");

        var form = parameters(issuer.asked().get(2).body());
        assertThat(form).isEqualTo(Map.of("username", "hr", "password", "pass+word", "_csrf", "c-1"));
        var asked = parameters(URI.create(issuer.asked().get(0).target()).getRawQuery());
        var redeemed = parameters(issuer.asked().get(4).body());
        assertThat(redeemed).containsEntry("code", "k%2F1").containsEntry("client_id", "cli");
        assertThat(asked).containsEntry("code_challenge_method", "S256");
        var hash = MessageDigest.getInstance("SHA-256")
                .digest(redeemed.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
        assertThat(asked)
                .containsEntry(
                        "code_challenge",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    @Test
    void aWrongPasswordIsSaidPlainlyAndNotTriedAgain() {
        issuer.then(302, "", Map.of("Location", "/login"))
                .then(200, "<input name=\"_csrf\" value=\"c\">")
                .then(302, "", Map.of("Location", "/login?error"));

        assertThatThrownBy(() -> tokens.of("hr"))
                .isInstanceOf(Issuer.RejectedSignInException.class)
                .hasMessageContaining("does not accept the password of hr");
    }

    @Test
    void anIssuerThatIsAwayIsWorthAnotherTry() {
        issuer.then(503, "");

        assertThatThrownBy(() -> tokens.of("his"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("503");
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
