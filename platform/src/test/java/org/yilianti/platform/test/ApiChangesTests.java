package org.yilianti.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiChangesTests {

    private static final String DOCUMENT = """
            {"paths": {"/v1/notes": {"get": {"summary": "old words",
              "parameters": [{"in": "query", "name": "q", "schema": {"type": "string"}}]}, "post": {}}},
             "components": {"schemas": {"Note": {"properties": {"words": {"type": "string"}}, "required": ["words"]}}}}
            """;

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private static Iterable<String> breaks(String from, String to) {
        assertThat(DOCUMENT).contains(from);
        return ApiChanges.breaks(json(DOCUMENT), json(DOCUMENT.replace(from, to)));
    }

    @Test
    void aRemovedEndpointMethodFieldOrParameterIsABreak() {
        assertThat(breaks("/v1/notes", "/v1/other")).anyMatch(text -> text.endsWith("/v1/notes is gone"));
        assertThat(breaks(", \"post\": {}", "")).anyMatch(text -> text.endsWith("post is gone"));
        assertThat(breaks("\"words\": {", "\"text\": {")).anyMatch(text -> text.endsWith("words is gone"));
        assertThat(breaks("\"name\": \"q\"", "\"name\": \"query\"")).anyMatch(text -> text.endsWith("query:q is gone"));
    }

    @Test
    void anotherTypeOrANewRequirementIsABreak() {
        assertThat(breaks("\"words\": {\"type\": \"string\"", "\"words\": {\"type\": \"integer\""))
                .anyMatch(text -> text.contains("was \"string\", is \"integer\""));
        assertThat(breaks("[\"words\"]", "[\"words\", \"author\"]")).anyMatch(text -> text.endsWith("asks for more"));
        assertThat(breaks("[{", "[{\"in\": \"query\", \"name\": \"reason\", \"required\": true}, {"))
                .anyMatch(text -> text.contains("reason is newly required"));
    }

    @Test
    void otherWordsAndAdditionsAreNoBreak() {
        assertThat(breaks("old words", "new words")).isEmpty();
        assertThat(breaks("\"post\": {}", "\"post\": {}, \"put\": {}")).isEmpty();
    }
}
