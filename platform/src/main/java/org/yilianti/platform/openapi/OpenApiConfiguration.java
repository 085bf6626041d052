package org.yilianti.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PostMapping;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.idempotency.WithoutIdempotencyKey;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.PageRequest;

/** Completes what springdoc reads from the controllers: roles ({@code x-roles}), Idempotency-Key, If-Match, paging. */
@AutoConfiguration
class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, PageRequest.class, ExpectedVersion.class);
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String name) {
        return new OpenAPI()
                .info(new Info().title(name).version("v1"))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    OneTypePerName oneTypePerName() {
        return new OneTypePerName();
    }

    @Bean
    OperationCustomizer platformOperations() {
        return (operation, method) -> {
            Requires requires = method.getMethodAnnotation(Requires.class);
            if (requires != null) {
                List<String> roles =
                        Arrays.stream(requires.value()).map(Role::claim).toList();
                operation.addExtension("x-roles", roles);
                operation.description((operation.getDescription() == null ? "" : operation.getDescription() + "\n\n")
                        + "Roles: " + String.join(", ", roles));
            }
            if (method.hasMethodAnnotation(PostMapping.class)
                    && !method.hasMethodAnnotation(WithoutIdempotencyKey.class)) {
                operation.addParametersItem(header("Idempotency-Key", "unique text; repeats are harmless"));
            }
            List<Class<?>> parameters = Arrays.asList(method.getMethod().getParameterTypes());
            Arrays.stream(method.getMethodParameters())
                    .filter(parameter -> parameter.getParameterType() == ExpectedVersion.class)
                    .forEach(parameter -> operation.addParametersItem(
                            header("If-Match", "the ETag that was read").required(!parameter.isOptional())));
            if (parameters.contains(PageRequest.class)) {
                operation.addParametersItem(query("limit", "1 to " + PageRequest.MAX_LIMIT));
                operation.addParametersItem(query("after", "cursor: next of the previous page"));
            }
            return operation;
        };
    }

    private static Parameter header(String name, String description) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).description(description).required(true).schema(new StringSchema());
        return header;
    }

    private static Parameter query(String name, String description) {
        return new QueryParameter().name(name).description(description).schema(new StringSchema());
    }
}
