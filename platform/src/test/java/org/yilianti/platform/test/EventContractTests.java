package org.yilianti.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventContractTests {

    private static final Path CONTRACTS = Path.of(System.getProperty("project.root"), "contracts");
    private static final JsonMapper JSON = new JsonMapper();

    static List<String> types() throws IOException {
        try (Stream<Path> folders = Files.list(CONTRACTS.resolve("events"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    static List<String> releasedTypes() throws IOException {
        try (Stream<Path> folders = Files.list(CONTRACTS.resolve("released"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theExampleOfAnEventSatisfiesItsSchema(String type) {
        EventContract.assertValid(type, EventContract.example(type));
    }

    @ParameterizedTest
    @MethodSource("releasedTypes")
    void whatIsWrittenTodayIsReadableByAReaderOfTheReleasedSchema(String type) throws IOException {
        JsonNode released = schema("released", type);
        assertThat(SchemaCompatibility.breaks(released, schema("events", type))).isEmpty();
        EventContract.assertValidAgainst(released.toString(), type, EventContract.example(type));
    }

    @Test
    void aDroppedFieldAWidenedTypeAndANewCodeAreBreaks() throws IOException {
        JsonNode released = schema("released", "staff.licence-changed.v1");
        ObjectNode changed = (ObjectNode) released.deepCopy();
        ObjectNode properties = (ObjectNode) changed.path("properties");
        properties.remove("memberId");
        ((ObjectNode) properties.path("version")).put("type", "string");
        ((tools.jackson.databind.node.ArrayNode) properties.path("status").path("enum")).add("lost");
        ((tools.jackson.databind.node.ArrayNode) changed.path("required")).remove(3);
        assertThat(SchemaCompatibility.breaks(released, changed)).hasSize(4);
    }

    @Test
    void anInvalidBodyFails() {
        assertThatThrownBy(() -> EventContract.assertValid("staff.member-changed.v1", "{\"id\":\"no uuid\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("required");
    }

    private static JsonNode schema(String folder, String type) throws IOException {
        return JSON.readTree(
                Files.readString(CONTRACTS.resolve(folder).resolve(type).resolve("schema.json")));
    }
}
