package org.yilianti.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.TestApi.Answer;

/**
 * Role × endpoint × institution: whoever holds a role for another institution neither sees nor changes what belongs to one.
 *
 * <p>A service names, for every endpoint it maps, a request with something real behind it, or says why the endpoint concerns no
 * institution; an endpoint that is in neither list fails. Each request is also made by those who may, so that an example which
 * shows nothing fails too.
 */
public interface EveryEndpointKeepsToInstitutions extends EveryEndpointRefuses {

    /** An institution that has nothing to do with the examples. */
    String ELSEWHERE = "ELSEWHERE";

    /** Requests about the data of one institution. */
    List<Example> examples();

    /** Endpoints that concern no institution, with the reason. */
    Map<String, String> withoutInstitution();

    /** The association of the examples. */
    default UUID association() {
        return TestCaller.ASSOCIATION;
    }

    /**
     * A request about the data of one institution.
     *
     * @param endpoint as in {@link Endpoint#name()}
     * @param body good enough to come as far as the question whose data it is; null for none
     * @param hidden what a list must not show to others; empty for a request that others are refused
     * @param staffNo of the person concerned
     * @param unknown code of the 422 that answers a body which names a thing of others; empty where 403 or 404 is due
     */
    record Example(
            String endpoint,
            String path,
            @Nullable Object body,
            Set<String> hidden,
            @Nullable String staffNo,
            String unknown) {

        /** A request that others are refused, as if the thing did not exist. */
        public static Example refused(String endpoint, String path, @Nullable Object body) {
            return new Example(endpoint, path, body, Set.of(), null, "");
        }

        /** A list that does not show these texts to others. */
        public static Example list(String endpoint, String path, String... hidden) {
            return new Example(endpoint, path, null, Set.of(hidden), null, "");
        }

        /** The same request, about the data of this person. */
        public Example of(String person) {
            return new Example(endpoint, path, body, hidden, person, unknown);
        }

        /** The same request, of which others hear that what its body names is unknown. */
        public Example unknownAs(String code) {
            return new Example(endpoint, path, body, hidden, staffNo, code);
        }

        String method() {
            return endpoint.substring(0, endpoint.indexOf(' '));
        }

        boolean refused(Answer answer) {
            return unknown.isEmpty()
                    ? answer.status() == 403 || answer.status() == 404
                    : answer.status() == 422 && answer.body().contains("\"" + unknown + "\"");
        }

        /** Whether the thing itself was reached, be it to say that its state does not allow it. */
        boolean reached(Answer answer) {
            return answer.status() != 401
                    && answer.status() != 404
                    && !answer.body().contains("\"access.")
                    && (unknown.isEmpty() || !refused(answer));
        }

        boolean shown(Answer answer) {
            return answer.status() == 200 && hidden.stream().allMatch(answer.body()::contains);
        }

        boolean leaked(Answer answer) {
            return hidden.stream().anyMatch(answer.body()::contains);
        }
    }

    @Test
    default void nobodySeesOrChangesWhatBelongsToAnotherInstitution() {
        List<Example> examples = examples();
        assertEveryEndpointHasAnExampleOrConcernsNoInstitution(examples);
        SoftAssertions.assertSoftly(softly -> {
            examples.forEach(example -> roles(example).forEach(role -> refused(softly, example, role)));
            examples.forEach(example -> softly.assertThat(roles(example).stream()
                            .map(role -> owner(example, role))
                            .toList())
                    .as("%s, by those who may", example)
                    .anyMatch(answer -> example.hidden().isEmpty() ? example.reached(answer) : example.shown(answer)));
        });
    }

    private void assertEveryEndpointHasAnExampleOrConcernsNoInstitution(List<Example> examples) {
        Set<String> mapped = endpoints().stream().map(Endpoint::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(withoutInstitution().keySet());
        examples.forEach(example -> known.add(example.endpoint()));
        assertThat(known).as("endpoints with an example or a reason why none").isEqualTo(mapped);
    }

    private void refused(SoftAssertions softly, Example example, Role role) {
        TestCaller stranger = TestCaller.named("stranger")
                .with(role, ELSEWHERE)
                .staffNo("NOBODY")
                .of(association());
        Answer answer = send(example, stranger);
        if (example.hidden().isEmpty()) {
            softly.assertThat(example.refused(answer))
                    .as("%s as %s of another institution: %s", example, role, answer.body())
                    .isTrue();
        } else {
            softly.assertThat(example.leaked(answer))
                    .as("%s as %s of another institution shows %s", example, role, answer.body())
                    .isFalse();
        }
    }

    private Answer owner(Example example, Role role) {
        return send(
                example,
                TestCaller.named("owner-" + role.claim())
                        .with(role, "*")
                        .staffNo(example.staffNo() == null ? "NOBODY" : example.staffNo())
                        .of(association()));
    }

    private Answer send(Example example, TestCaller caller) {
        return new TestApi(port()).as(caller).send(example.method(), example.path(), example.body());
    }

    private List<Role> roles(Example example) {
        return endpoints().stream()
                .filter(endpoint -> endpoint.name().equals(example.endpoint()))
                .findFirst()
                .map(Endpoint::roles)
                .orElseThrow(() -> new AssertionError("no endpoint " + example.endpoint()));
    }

    /** The endpoints that every service has from the platform. */
    static Map<String, String> ofThePlatform(String service) {
        String policies = "/v1/policies/" + service;
        return Map.ofEntries(
                Map.entry("GET /v1/audit-entries/" + service, "narrowed by institution; platform's AuditTests"),
                Map.entry("GET /v1/audit-entries/" + service + "/verification", "says only whether the chain is whole"),
                Map.entry("GET /v1/parked-events/" + service, "only for the whole association; platform's EventTests"),
                Map.entry("POST /v1/parked-events/" + service + "/{id}/replays", "only for the whole association"),
                Map.entry("GET " + policies, "rules are public in their association"),
                Map.entry("GET " + policies + "/{name}", "rules are public in their association"),
                Map.entry("GET " + policies + "/{name}/versions", "rules are public in their association"),
                Map.entry("POST " + policies + "/{name}/proposals", "only for the whole association; PolicyTests"),
                Map.entry("POST " + policies + "/proposals/{id}/approvals", "only for the whole association"),
                Map.entry("POST " + policies + "/proposals/{id}/refusals", "only for the whole association"));
    }
}
