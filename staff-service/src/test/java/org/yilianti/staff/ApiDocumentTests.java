package org.yilianti.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The published API document; {@code -Dopenapi.write=true} publishes the present one. */
@ServiceTest
class ApiDocumentTests {

    private static final Path PUBLISHED =
            Path.of(System.getProperty("project.root"), "contracts", "openapi", "staff-service.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @LocalServerPort
    int port;

    private JsonNode present() {
        return new TestApi(port).get("/v3/api-docs").json();
    }

    @Test
    void nothingThatWasPublishedIsGoneAndEverythingPresentIsPublished() throws IOException {
        JsonNode present = present();
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, JSON.writeValueAsString(present) + "\n");
        }
        JsonNode published = JSON.readTree(Files.readString(PUBLISHED));
        assertThat(ApiChanges.breaks(published, present)).isEmpty();
        assertThat(ApiChanges.breaks(present, published))
                .as("new parts of the API; publish them with -Dopenapi.write=true")
                .isEmpty();
    }

    @Test
    void aRemovedEndpointFieldOrParameterAndANewRequirementAreNoticed() {
        ObjectNode broken = (ObjectNode) present().deepCopy();
        ((ObjectNode) broken.path("paths")).remove("/v1/licences/{id}");
        ((ObjectNode) broken.path("paths").path("/v1/institutions")).remove("post");
        ((ObjectNode) broken.path("components")
                        .path("schemas")
                        .path("MemberView")
                        .path("properties"))
                .remove("staffNo");
        ArrayNode parameters =
                (ArrayNode) broken.path("paths").path("/v1/members").path("get").path("parameters");
        ObjectNode required = (ObjectNode) parameters.get(0).deepCopy();
        parameters.remove(0);
        parameters.add(required.put("name", "reason").put("required", true));
        assertThat(ApiChanges.breaks(present(), broken))
                .hasSize(5)
                .anyMatch(text -> text.contains("/v1/licences/{id} is gone"))
                .anyMatch(text -> text.contains("/post is gone"))
                .anyMatch(text -> text.contains("staffNo is gone"))
                .anyMatch(text -> text.contains("reason is newly required"));
    }
}
