package org.yilianti.gateway.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the gateway's own API document. */
@Configuration(proxyBeanMethods = false)
class GatewayDocument {

    @Bean
    OpenAPI gatewayApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("gateway")
                        .version("v1")
                        .description("Who is signed in, and the accounts. Tokens: POST /oauth2/token."))
                .servers(List.of(new Server().url("/")));
    }
}
