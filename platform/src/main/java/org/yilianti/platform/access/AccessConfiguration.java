package org.yilianti.platform.access;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Has every endpoint check its roles and get its caller, wherever the caller is known from. */
@AutoConfiguration
class AccessConfiguration {

    @Bean
    RoleInterceptor roleInterceptor(ObjectProvider<RequestMappingHandlerMapping> mappings, CallerSource callers) {
        return new RoleInterceptor(mappings, callers);
    }

    @Bean
    RecentSignInInterceptor recentSignInInterceptor(
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<RecentSignIn> rule,
            CallerSource callers,
            Clock clock) {
        return new RecentSignInInterceptor(mappings, rule, callers, clock);
    }

    @Bean
    WebMvcConfigurer accessWebMvcConfigurer(
            ObjectProvider<RoleInterceptor> roles,
            ObjectProvider<RecentSignInInterceptor> signIns,
            ObjectProvider<CallerSource> callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(roles.getObject());
                registry.addInterceptor(signIns.getObject());
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(
                        new CallerArgumentResolver(() -> callers.getObject().current()));
            }
        };
    }
}
