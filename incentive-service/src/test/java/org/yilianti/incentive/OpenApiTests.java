package org.yilianti.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API as it is against what was published of it, the snapshot in {@code contracts/openapi}: it may grow. What has grown is
 * published with
 * {@code mvn -pl incentive-service test -Dtest=OpenApiTests -Dopenapi.write=true}.
 */
@ServiceTest
class OpenApiTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final Path SNAPSHOT =
            Path.of(System.getProperty("project.root", "..")).resolve("contracts/openapi/incentive-service.json");

    @LocalServerPort
    int port;

    private JsonNode current() {
        JsonNode document = new TestApi(port).get("/v3/api-docs").json();
        Map<?, ?> sorted = JSON.convertValue(document, TreeMap.class);
        return JSON.readTree(JSON.writeValueAsString(sorted));
    }

    @Test
    void noEndpointAndNoFieldDisappears() throws IOException {
        JsonNode current = current();
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(SNAPSHOT.getParent());
            Files.writeString(SNAPSHOT, JSON.writeValueAsString(JSON.convertValue(current, TreeMap.class)) + "\n");
        }
        JsonNode published = JSON.readTree(Files.readString(SNAPSHOT));
        assertThat(missing(published, current)).isEmpty();
    }

    @Test
    void theComparisonSeesWhatDisappears() throws IOException {
        JsonNode published = JSON.readTree(Files.readString(SNAPSHOT));
        String text = JSON.writeValueAsString(published);
        assertThat(missing(published, JSON.readTree(text.replace("\"/v1/pay-runs\"", "\"/v1/gone\""))))
                .containsExactly("/paths//v1/pay-runs");
        assertThat(missing(published, JSON.readTree(text.replace("\"integer\"", "\"string\""))))
                .contains("/components/schemas/RunAnswer/properties/paidFen/type");
        assertThat(missing(published, JSON.readTree(text.replace("\"paidFen\"", "\"gone\""))))
                .contains("/components/schemas/RunAnswer/properties/paidFen");
    }

    @Test
    void everyEndpointNamesItsRoles() {
        current()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue().propertyStream())
                .forEach(operation -> assertThat(operation.getValue().path("x-roles"))
                        .as(operation.getValue().path("operationId").asString())
                        .isNotEmpty());
    }

    /** The pointers of members that {@code published} has and {@code current} lacks or types otherwise; prose may change. */
    private static List<String> missing(JsonNode published, JsonNode current) {
        List<String> missing = new ArrayList<>();
        collect("", published, current, missing);
        return missing;
    }

    private static void collect(String pointer, JsonNode published, JsonNode current, List<String> missing) {
        published.propertyStream().filter(member -> !isProse(member)).forEach(member -> {
            String below = pointer + "/" + member.getKey();
            JsonNode now = current.path(member.getKey());
            if (now.isMissingNode() || (isType(member) && !now.equals(member.getValue()))) {
                missing.add(below);
            } else {
                collect(below, member.getValue(), now, missing);
            }
        });
    }

    private static boolean isProse(Map.Entry<String, JsonNode> member) {
        return member.getValue().isString() && Set.of("description", "summary").contains(member.getKey());
    }

    private static boolean isType(Map.Entry<String, JsonNode> member) {
        return !member.getValue().isObject() && Set.of("type", "$ref").contains(member.getKey());
    }
}
