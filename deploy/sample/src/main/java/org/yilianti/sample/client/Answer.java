package org.yilianti.sample.client;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A successful answer.
 *
 * @param body missing node when there is none
 * @param etag version of the resource, for a change of it
 * @param location address of what was created
 */
public record Answer(int status, JsonNode body, Optional<String> etag, Optional<String> location) {

    /** The id of the resource in the body, else the last part of its address. */
    public String id() {
        if (body.hasNonNull("id")) {
            return body.get("id").asString();
        }
        return location.map(address -> address.substring(address.lastIndexOf('/') + 1))
                .orElseThrow(() -> new IllegalStateException("answer " + status + " names no resource: " + body));
    }

    /** A text in the body, empty when it is not there. */
    public String text(String name) {
        return body.path(name).asString("");
    }

    /** A whole number in the body, 0 when it is not there. */
    public long number(String name) {
        return body.path(name).asLong(0);
    }
}
