package org.yilianti.staff.responsibility.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/** The first day without a unit, or without somebody who answers for it, and why. */
record ResponsibilityEndRequest(
        @Nullable @Schema(format = "date") String validTo,
        @Nullable String reason) {

    Entry entry() {
        return Entry.form("validTo", validTo, "reason", reason);
    }
}
