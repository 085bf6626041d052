package org.yilianti.sample.client;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The address that the issuer sends the browser to at the end of a sign-in. */
final class Callback {

    private Callback() {}

    /** The authorization code in the callback's query. */
    static String code(String account, URI callback) {
        return Arrays.stream(callback.getRawQuery().split("&", -1))
                .filter(parameter -> parameter.startsWith("code="))
                .map(parameter -> URLDecoder.decode(parameter.substring("code=".length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new Issuer.RejectedSignInException(
                        "the sign-in of " + account + " ended without a code: " + callback.getRawQuery()));
    }
}
