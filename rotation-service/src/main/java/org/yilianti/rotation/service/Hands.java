package org.yilianti.rotation.service;

import org.jspecify.annotations.Nullable;

/**
 * Who did what to a record: what four eyes rest on.
 *
 * @param recordedBy who reported what it says now
 * @param confirmedBy who confirmed that for the host; null while nobody has
 * @param disputedBy who disputed it last; null when nobody has
 */
public record Hands(
        String recordedBy,
        @Nullable String confirmedBy,
        @Nullable String disputedBy) {

    static Hands recording(String by) {
        return new Hands(by, null, null);
    }

    Hands confirming(String by) {
        return new Hands(recordedBy, by, disputedBy);
    }

    Hands disputing(String by) {
        return new Hands(recordedBy, confirmedBy, by);
    }

    /** A record that is open again has not been confirmed. */
    Hands reopened() {
        return new Hands(recordedBy, null, disputedBy);
    }
}
