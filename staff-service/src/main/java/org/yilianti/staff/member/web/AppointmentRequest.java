package org.yilianti.staff.member.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/** An appointment as it is sent; fte 1.00 is full time, validTo the first day that no longer counts. */
record AppointmentRequest(
        @Nullable String externalId,
        @Nullable String institutionCode,
        @Nullable String department,
        @Nullable String post,
        @Nullable BigDecimal fte,
        @Nullable Boolean main,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable String reason) {

    Entry entry() {
        return Entry.form(
                "externalId",
                externalId,
                "institutionCode",
                institutionCode,
                "department",
                department,
                "post",
                post,
                "fte",
                fte,
                "main",
                main,
                "validFrom",
                validFrom,
                "validTo",
                validTo,
                "reason",
                reason);
    }
}
