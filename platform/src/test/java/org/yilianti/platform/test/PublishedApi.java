package org.yilianti.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API of a service against the document published of it in {@code contracts/openapi}; {@code -Dopenapi.write=true} publishes
 * the present one. A service implements it in one {@link ServiceTest}.
 */
public interface PublishedApi {

    /** The service's name, such as {@code staff-service}. */
    String service();

    int port();

    @Test
    default void nothingThatWasPublishedIsGoneAndEverythingPresentIsPublished() {
        JsonNode present = new TestApi(port()).get("/v3/api-docs").json();
        if (Boolean.getBoolean("openapi.write")) {
            publish(present);
        }
        JsonNode published = published();
        assertThat(ApiChanges.breaks(published, present)).isEmpty();
        assertThat(ApiChanges.breaks(present, published))
                .as("new parts of the API; publish them with -Dopenapi.write=true")
                .isEmpty();
    }

    @Test
    default void everyEndpointNamesItsRoles() {
        JsonNode paths = new TestApi(port()).get("/v3/api-docs").json().path("paths");
        assertThat(paths.valueStream().flatMap(JsonNode::valueStream))
                .isNotEmpty()
                .allMatch(operation -> !operation.path("x-roles").isEmpty());
    }

    private Path snapshot() {
        return Path.of(System.getProperty("project.root"), "contracts", "openapi", service() + ".json");
    }

    private JsonNode published() {
        try {
            return new JsonMapper().readTree(Files.readString(snapshot()));
        } catch (IOException missing) {
            throw new UncheckedIOException("nothing is published yet; -Dopenapi.write=true publishes", missing);
        }
    }

    private void publish(JsonNode present) {
        JsonMapper json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        try {
            Files.createDirectories(snapshot().getParent());
            Files.writeString(snapshot(), json.writeValueAsString(json.convertValue(present, TreeMap.class)) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
