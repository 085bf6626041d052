package org.yilianti.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.TestEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a consumer knows of an association who has read nothing but the state topics, held against what the registry answers. */
record StateTopics(TestEvents events, Registry registry) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * The newest state of each aggregate, by id, from the beginning of the topic; every event keeps to the contract of its type, and the
     * versions of an aggregate come as 1, 2, 3 …
     */
    Map<String, JsonNode> rebuilt(String topic) {
        Map<String, JsonNode> states = new TreeMap<>();
        Map<String, Map<String, Long>> versions = new TreeMap<>();
        events.read(topic).forEach(event -> {
            String body = new String(event.value(), StandardCharsets.UTF_8);
            JsonNode state = JSON.readTree(body);
            if (state.path("associationId")
                    .asString()
                    .equals(registry.association().toString())) {
                EventContract.assertValid(header(event, "ce_type"), body);
                String id = state.path("id").asString();
                states.merge(id, state, StateTopics::newer);
                versions.computeIfAbsent(id, aggregate -> new LinkedHashMap<>())
                        .put(header(event, "ce_id"), state.path("version").asLong());
            }
        });
        versions.forEach((id, told) -> assertThat(told.values())
                .as("versions of %s on %s", id, topic)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, told.size()).boxed().toList()));
        return states;
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static JsonNode newer(JsonNode known, JsonNode next) {
        return next.path("version").asLong() > known.path("version").asLong() ? next : known;
    }

    /** All rows of a list, page by page, by id; the address has parameters or none. */
    Map<String, JsonNode> listed(String address) {
        List<JsonNode> rows = new ArrayList<>();
        String path = address + (address.contains("?") ? "&" : "?") + "limit=3";
        String after = "";
        do {
            JsonNode page = registry.hr().get(path + after).json();
            page.path("items").forEach(rows::add);
            JsonNode next = page.path("next");
            after = next.isString() ? "&after=" + next.asString() : "";
        } while (!after.isEmpty());
        return byId(rows);
    }

    static Map<String, JsonNode> byId(Iterable<JsonNode> rows) {
        Map<String, JsonNode> byId = new TreeMap<>();
        rows.forEach(row -> byId.put(row.path("id").asString(), row));
        return byId;
    }

    /** Every field that both have says the same, and so many are in both. */
    static void assertSame(Map<String, JsonNode> states, Map<String, JsonNode> rows, int fields) {
        assertThat(states.keySet()).isEqualTo(rows.keySet());
        rows.forEach((id, row) -> {
            JsonNode state = states.get(id);
            List<String> common =
                    row.propertyNames().stream().filter(name -> state.has(name)).toList();
            assertThat(common).hasSizeGreaterThanOrEqualTo(fields);
            common.forEach(name ->
                    assertThat(plain(state.path(name))).as(name + " of " + row).isEqualTo(plain(row.path(name))));
        });
    }

    /**
     * Everything that the topic tells is what the registry answers, and the other way round.
     *
     * @param inTermsOfEvents puts a row of the registry as the event puts it
     * @param untold fields of the rows that the topic does not tell, each of which there is
     */
    void assertTold(
            String topic, Map<String, JsonNode> rows, UnaryOperator<ObjectNode> inTermsOfEvents, String... untold) {
        Map<String, JsonNode> states = rebuilt(topic);
        assertThat(states.keySet()).as(topic).isEqualTo(rows.keySet()).isNotEmpty();
        Map<String, String> ids = institutions();
        Set<String> left = new TreeSet<>(Set.of(untold));
        rows.forEach((id, row) -> {
            ObjectNode known = (ObjectNode) row.deepCopy();
            named(known, "institutionCode", "institutionId", ids);
            named(known, "mergedIntoCode", "mergedIntoId", ids);
            ObjectNode said = inTermsOfEvents.apply(known);
            left.removeAll(said.propertyNames());
            said.remove(List.of(untold));
            ObjectNode state = (ObjectNode)
                    java.util.Objects.requireNonNull(states.get(id)).deepCopy();
            state.remove("associationId");
            assertThat(plainly(state)).as("%s of %s", topic, row).isEqualTo(plainly(said));
        });
        assertThat(left).as("fields that no row has").isEmpty();
    }

    /** Ids by code. */
    Map<String, String> institutions() {
        return rebuilt("staff.institutions").values().stream()
                .collect(Collectors.toMap(
                        institution -> institution.path("code").asString(),
                        institution -> institution.path("id").asString()));
    }

    private static void named(ObjectNode row, String code, String id, Map<String, String> ids) {
        JsonNode known = row.remove(code);
        if (known != null && known.isString()) {
            row.put(id, ids.get(known.asString()));
        }
    }

    /** Values by name; what is null is as what is not said. */
    static Map<String, String> plainly(JsonNode object) {
        Map<String, String> values = new TreeMap<>();
        object.propertyStream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> values.put(field.getKey(), plain(field.getValue())));
        return values;
    }

    private static String plain(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(StateTopics::plain).toList().toString();
        }
        if (value.isObject()) {
            return plainly(value).toString();
        }
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.toString();
    }
}
