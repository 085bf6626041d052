package org.yilianti.sample.client;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cookies of one sign-in. Unlike the JDK's own store it sends {@code Secure} cookies over HTTP too, as browsers do on
 * the loopback address.
 */
final class Cookies {

    private final Map<String, String> values = new LinkedHashMap<>();

    void from(HttpHeaders headers) {
        for (var header : headers.allValues("Set-Cookie")) {
            var pair = header.split(";", 2)[0].split("=", 2);
            values.put(pair[0].strip(), pair.length == 2 ? pair[1].strip() : "");
        }
    }

    HttpRequest.Builder onto(HttpRequest.Builder request) {
        if (values.isEmpty()) {
            return request;
        }
        return request.setHeader(
                "Cookie",
                values.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
    }
}
