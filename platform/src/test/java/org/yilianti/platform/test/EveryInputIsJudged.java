package org.yilianti.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.access.Role;
import tools.jackson.databind.JsonNode;

/**
 * Bad input gets a clear problem document: every parameter and every field of every body, one at a time, with values that nobody sends
 * by mistake. Whatever is answered, it is no failure of the service. A service implements it beside {@link PublishedApi}; new endpoints
 * are covered as soon as they are in the API document.
 */
public interface EveryInputIsJudged {

    /** A database that is busy says nothing of the input. */
    int BUSY = 503;

    int port();

    @Test
    default void noParameterMakesTheServiceFail() {
        JsonNode document = document();
        ExtremeInputs inputs = new ExtremeInputs(document);
        List<String> failed = new ArrayList<>();
        operations(document, one -> true).forEach(one -> {
            Object body = one.method().equals("GET") || one.method().equals("DELETE") ? null : List.of();
            one.parameters().forEach(bent -> inputs.ofParameter(bent)
                    .forEach(value -> judge(failed, one.method(), one.address(inputs, bent, value), body)));
        });
        assertThat(failed).isEmpty();
    }

    @Test
    default void noBodyMakesTheServiceFail() {
        JsonNode document = document();
        ExtremeInputs inputs = new ExtremeInputs(document);
        List<String> failed = new ArrayList<>();
        operations(document, one -> !one.schema().isMissingNode()).forEach(one -> {
            String address = one.address(inputs, null, "");
            inputs.bodies(one.schema()).forEach(body -> judge(failed, one.method(), address, body));
        });
        assertThat(failed).isEmpty();
    }

    private void judge(List<String> failed, String method, String address, Object body) {
        TestApi.Answer answer = caller().send(method, address, body);
        if (answer.status() >= 500 && answer.status() != BUSY) {
            String what = method + " " + address + " " + (body == null ? "" : body);
            failed.add(answer.status() + " " + what.substring(0, Math.min(what.length(), 600)));
        }
    }

    private JsonNode document() {
        return new TestApi(port()).get("/v3/api-docs").json();
    }

    /** Somebody with every role in an association of nobody else, so that no other test meets what is done here. */
    private TestApi caller() {
        TestCaller caller = TestCaller.named("stranger").of(Strange.ASSOCIATION).staffNo("X1");
        for (Role role : Role.values()) {
            caller = caller.with(role, "*");
        }
        return new TestApi(port()).as(caller);
    }

    private static Stream<Operation> operations(JsonNode document, Predicate<Operation> wanted) {
        return document.path("paths").propertyStream().flatMap(path -> path.getValue()
                .propertyStream()
                .map(method ->
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))
                .filter(wanted));
    }

    /** The association of these tests. */
    final class Strange {
        static final UUID ASSOCIATION = UUID.randomUUID();

        private Strange() {}
    }

    /** A method of an address. */
    record Operation(String method, String path, JsonNode described) {

        /** Read in one place for all lists and tested there. */
        private static final Set<String> ELSEWHERE = Set.of("limit");

        JsonNode schema() {
            return described
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
        }

        List<JsonNode> parameters() {
            return described
                    .path("parameters")
                    .valueStream()
                    .filter(one -> !one.path("in").asString().equals("header"))
                    .filter(one -> !ELSEWHERE.contains(one.path("name").asString()))
                    .toList();
        }

        /** With plausible parameters, where they are required, but for one. */
        String address(ExtremeInputs inputs, JsonNode bent, String value) {
            String address = path;
            List<String> asked = new ArrayList<>();
            for (JsonNode one : parameters()) {
                String name = one.path("name").asString();
                boolean inPath = one.path("in").asString().equals("path");
                boolean isBent = one.equals(bent);
                String text = URLEncoder.encode(isBent ? value : inputs.plausible(one), StandardCharsets.UTF_8);
                if (inPath) {
                    address = address.replace("{" + name + "}", text.isEmpty() ? "%20" : cut(text));
                } else if (isBent || one.path("required").asBoolean()) {
                    asked.add(name + "=" + cut(text));
                }
            }
            return asked.isEmpty() ? address : address + "?" + String.join("&", asked);
        }

        private static String cut(String text) {
            return text.substring(0, Math.min(text.length(), 2000));
        }
    }
}
