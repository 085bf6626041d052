package org.yilianti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RoleInterceptorTests {

    @RestController
    static class Careful {
        @GetMapping("/v1/careful")
        @Requires(Role.AUDITOR)
        String read() {
            return "";
        }
    }

    @RestController
    static class Forgetful {
        @GetMapping("/v1/forgetful")
        String read() {
            return "";
        }
    }

    @Test
    void aServiceWithAnEndpointThatNamesNoRoleDoesNotStart() {
        assertThatThrownBy(() -> start(Careful.class, Forgetful.class)).hasMessageContaining("must name the roles");
        assertThatCode(() -> start(Careful.class)).doesNotThrowAnyException();
    }

    @RestController
    static class Releasing {
        @GetMapping("/v1/releasing")
        @Requires(Role.AUDITOR)
        @RequiresRecentSignIn
        String release() {
            return "";
        }
    }

    @Test
    void aServiceThatRequiresARecentSignInAndDoesNotSayHowRecentDoesNotStart() {
        assertThatThrownBy(() -> start(Releasing.class)).hasMessageContaining("declare a RecentSignIn bean");
    }

    private static void start(Class<?>... controllers) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(controllers)) {
            RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
            context.getBeanFactory().registerSingleton("mapping", mapping);
            ObjectProvider<RequestMappingHandlerMapping> mappings =
                    context.getBeanProvider(RequestMappingHandlerMapping.class);
            new RoleInterceptor(mappings, CallerAuthentication::current).afterSingletonsInstantiated();
            new RecentSignInInterceptor(
                            mappings,
                            context.getBeanProvider(RecentSignIn.class),
                            CallerAuthentication::current,
                            Clock.systemUTC())
                    .afterSingletonsInstantiated();
        }
    }

    @Test
    void aScopeHoldsTheUnionOfItsGrantsAndAStarHoldsAll() {
        InstitutionScope scope = InstitutionScope.of(List.of("T01")).union(InstitutionScope.of(List.of("T02")));
        assertThat(scope.codes()).isEqualTo(Set.of("T01", "T02"));
        assertThat(scope.permits("T03")).isFalse();
        assertThat(scope.union(InstitutionScope.of(List.of("*"))).permits("T03"))
                .isTrue();
        assertThat(InstitutionScope.NONE.permits("T01")).isFalse();
        assertThat(InstitutionScope.NONE.sqlCodes()).doesNotContain("T01");
    }
}
