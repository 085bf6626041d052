package org.yilianti.gateway.routing;

import java.util.function.BiFunction;
import org.springframework.cloud.gateway.server.mvc.filter.BodyFilterFunctions;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A service's API document as it holds at the gateway: its address is the gateway's, not that of a replica. */
@Component
class ApiDocument implements BiFunction<ServerRequest, ServerResponse, ServerResponse> {

    private final BiFunction<ServerRequest, ServerResponse, ServerResponse> rewritten;
    private final JsonMapper json;

    ApiDocument(JsonMapper json) {
        this.json = json;
        this.rewritten = BodyFilterFunctions.modifyResponseBody(
                String.class,
                String.class,
                MediaType.APPLICATION_JSON_VALUE,
                (request, response, document) -> withGatewayAddress(document));
    }

    @Override
    public ServerResponse apply(ServerRequest request, ServerResponse response) {
        return response.statusCode().is2xxSuccessful() ? rewritten.apply(request, response) : response;
    }

    private String withGatewayAddress(String document) {
        ObjectNode root = (ObjectNode) json.readTree(document);
        root.putArray("servers").addObject().put("url", "/");
        return json.writeValueAsString(root);
    }
}
