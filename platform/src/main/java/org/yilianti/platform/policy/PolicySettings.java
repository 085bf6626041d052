package org.yilianti.platform.policy;

import org.yilianti.platform.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/** Values of policies as JSON: read strictly from people, tolerantly from the database. */
class PolicySettings {

    private final ObjectMapper json;
    private final ObjectReader strict;

    PolicySettings(ObjectMapper json) {
        this.json = json;
        this.strict = json.reader()
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    <T extends Record> T stored(Class<T> type, String text) {
        return json.readValue(text, type);
    }

    JsonNode shown(String text) {
        return json.readTree(text);
    }

    JsonNode shown(Record value) {
        return json.valueToTree(value);
    }

    /** The canonical text of proposed values; refuses (422) what the policy's record does not accept. */
    String accepted(Policy<?> policy, JsonNode proposed) {
        try {
            Record value = strict.forType(policy.type()).readValue(proposed);
            return json.writeValueAsString(value);
        } catch (JacksonException unfit) {
            if (rootCause(unfit) instanceof Refusal refusal) {
                throw refusal.at("/settings");
            }
            throw Refusal.invalid("policy.settings-unfit", policy.name(), reason(unfit))
                    .at("/settings");
        }
    }

    private static String reason(JacksonException unfit) {
        Throwable cause = rootCause(unfit);
        return String.valueOf(
                cause instanceof JacksonException malformed ? malformed.getOriginalMessage() : cause.getMessage());
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
