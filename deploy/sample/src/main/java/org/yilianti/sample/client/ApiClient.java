package org.yilianti.sample.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.BiConsumer;

/** The gateway's API, to be used as one of the accounts. */
public final class ApiClient {

    private final URI gateway;
    private final Tokens tokens;
    private final Patience patience;
    private final BiConsumer<String, String> answered;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param gateway address without a path, such as {@code http://127.0.0.1:8080} */
    public ApiClient(URI gateway, Tokens tokens, Patience patience) {
        this(gateway, tokens, patience, (account, key) -> {});
    }

    /** @param answered told account and key of every creating or deciding call that was answered with success */
    public ApiClient(URI gateway, Tokens tokens, Patience patience, BiConsumer<String, String> answered) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.patience = patience;
        this.answered = answered;
    }

    /** Calls made with the token of {@code account}. */
    public Caller as(String account) {
        return new Caller(account, gateway, new Persistence(http, tokens, patience), answered);
    }
}
