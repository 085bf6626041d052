package org.yilianti.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API against the document published of it; {@code -Dopenapi.write=true} publishes the present one. */
@ServiceTest
class ApiDocumentTests {

    private static final Path PUBLISHED =
            Path.of(System.getProperty("project.root"), "contracts", "openapi", "rotation-service.json");
    private static final Set<String> WORDS = Set.of("description", "summary", "operationId", "tags");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @LocalServerPort
    private int port;

    private JsonNode present() {
        JsonNode document = new TestApi(port).get("/v3/api-docs").json();
        return JSON.readTree(JSON.writeValueAsString(JSON.convertValue(document, TreeMap.class)));
    }

    @Test
    void nothingThatWasPublishedIsGoneAndNothingPresentIsUnpublished() throws IOException {
        JsonNode present = present();
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, JSON.writeValueAsString(JSON.convertValue(present, TreeMap.class)) + "\n");
        }
        JsonNode published = JSON.readTree(Files.readString(PUBLISHED));
        assertThat(lost("", published, present)).isEmpty();
        assertThat(lost("", present, published))
                .as("publish it with -Dopenapi.write=true")
                .isEmpty();
    }

    @Test
    void aRemovedEndpointAndARemovedFieldAreNoticed() {
        JsonNode present = present();
        ObjectNode broken = (ObjectNode) present.deepCopy();
        ((ObjectNode) broken.path("paths")).remove("/v1/duties");
        ((ObjectNode) broken.path("components")
                        .path("schemas")
                        .path("DutyResource")
                        .path("properties"))
                .remove("startsAt");
        assertThat(lost("", present, broken))
                .containsExactlyInAnyOrder("/paths//v1/duties", "/components/schemas/DutyResource/properties/startsAt");
    }

    @Test
    void everyEndpointNamesItsRoles() {
        assertThat(present().path("paths").valueStream().flatMap(JsonNode::valueStream))
                .isNotEmpty()
                .allMatch(operation -> !operation.path("x-roles").isEmpty());
    }

    /** The members and values of {@code one} that {@code other} lacks or gives otherwise; words for people may differ. */
    private static List<String> lost(String place, JsonNode one, JsonNode other) {
        List<String> lost = new ArrayList<>();
        one.propertyStream()
                .filter(member -> member.getValue().isContainer() || !WORDS.contains(member.getKey()))
                .forEach(member -> {
                    String below = place + "/" + member.getKey();
                    JsonNode there = other.path(member.getKey());
                    if (there.isMissingNode()
                            || (member.getValue().isValueNode() && !there.equals(member.getValue()))) {
                        lost.add(below);
                    } else {
                        lost.addAll(lost(below, member.getValue(), there));
                    }
                });
        return lost;
    }
}
