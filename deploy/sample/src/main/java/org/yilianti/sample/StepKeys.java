package org.yilianti.sample;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Idempotency keys that are the same whenever the same thing of the same month is done.
 *
 * @param month such as 2026-10
 */
record StepKeys(String month) {

    /** The key of doing {@code action} to {@code item}. */
    String of(String action, String item) {
        return uuid(month + "/" + action + "/" + item);
    }

    /** The key of something whose content may differ when a half-done month goes on: equal only for equal content. */
    String ofContent(String action, Object content) {
        return of(action, uuid(JsonMapper.shared().writeValueAsString(content)));
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
