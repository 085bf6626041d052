package org.yilianti.sample.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Gets tokens from the gateway: client credentials for machines, code + PKCE for people, each kept until shortly before its end. */
public final class SignInTokens implements Tokens {

    private static final long EARLY = Duration.ofSeconds(30).toNanos();

    private final Issuer issuer;
    private final Set<String> machines;
    private final String password;
    private final String clientSecret;
    private final Map<String, Token> kept = new HashMap<>();

    /**
     * @param machines accounts that are clients; all others are people
     * @param password of every person
     * @param clientSecret of every machine
     */
    public SignInTokens(URI gateway, Set<String> machines, String password, String clientSecret) {
        this.issuer = new Issuer(gateway);
        this.machines = Set.copyOf(machines);
        this.password = password;
        this.clientSecret = clientSecret;
    }

    @Override
    public String of(String account) throws IOException {
        var token = kept.get(account);
        if (token == null || System.nanoTime() - token.goodUntil() > 0) {
            token = machines.contains(account)
                    ? issuer.clientCredentials(account, clientSecret)
                    : issuer.signIn(account, password);
            kept.put(account, token);
        }
        return token.value();
    }

    @Override
    public void forget(String account) {
        kept.remove(account);
    }

    /**
     * An access token.
     *
     * @param goodUntil in the time of {@link System#nanoTime()}
     */
    record Token(String value, long goodUntil) {

        static Token of(String value, long secondsToLive) {
            return new Token(
                    value, System.nanoTime() + Duration.ofSeconds(secondsToLive).toNanos() - EARLY);
        }
    }
}
