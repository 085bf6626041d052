package org.yilianti.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;

/**
 * Role × endpoint: every endpoint that exists answers 401 without a token and 403 to each role it does not name. A service implements
 * it in one {@link ServiceTest}; new endpoints are covered as soon as they are mapped.
 */
public interface EveryEndpointRefuses {

    ApplicationContext context();

    int port();

    /**
     * One endpoint.
     *
     * @param pattern its path as it is mapped, such as {@code /v1/notes/{id}}
     */
    record Endpoint(String method, String pattern, List<Role> roles) {

        /** The path with every variable filled by a random id. */
        String path() {
            return pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }

        /** As the API document names it, such as {@code GET /v1/notes/{id}}. */
        String name() {
            return method + " " + pattern;
        }
    }

    default List<Endpoint> endpoints() {
        return context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().hasMethodAnnotation(Requires.class))
                .flatMap(entry -> entry.getKey().getPathPatternsCondition().getPatternValues().stream()
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Endpoint(
                                        method.name(),
                                        path,
                                        Arrays.asList(entry.getValue()
                                                .getMethodAnnotation(Requires.class)
                                                .value())))))
                .toList();
    }

    @Test
    default void everyEndpointRefusesACallerWithoutAToken() {
        assertThat(endpoints()).isNotEmpty();
        SoftAssertions.assertSoftly(softly -> endpoints().forEach(endpoint -> softly.assertThat(new TestApi(port())
                        .send(endpoint.method(), endpoint.path())
                        .status())
                .as("%s", endpoint)
                .isEqualTo(401)));
    }

    @Test
    default void everyEndpointRefusesEveryRoleItDoesNotName() {
        SoftAssertions.assertSoftly(
                softly -> endpoints().forEach(endpoint -> otherRoles(endpoint).forEach(role -> {
                    TestCaller caller =
                            TestCaller.named("intruder").with(role, "*").staffNo("S99999");
                    TestApi.Answer answer = new TestApi(port()).as(caller).send(endpoint.method(), endpoint.path());
                    softly.assertThat(answer.status())
                            .as("%s as %s: %s", endpoint, role, answer.body())
                            .isEqualTo(403);
                })));
    }

    private static Stream<Role> otherRoles(Endpoint endpoint) {
        return Arrays.stream(Role.values()).filter(role -> !endpoint.roles().contains(role));
    }
}
