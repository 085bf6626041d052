package org.yilianti.staff.member;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Entry;

/**
 * What is said about an appointment.
 *
 * @param externalId the key by which a file recognises it; empty when a form left it out
 * @param ftePercent working time in percent of full time, 1 to 100
 * @param main the appointment at the main practice institution
 */
public record AppointmentDetails(
        String externalId,
        String institutionCode,
        @Nullable String department,
        String post,
        int ftePercent,
        boolean main,
        DatePeriod valid) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param externalId as the entry or the system gives it */
    static AppointmentDetails read(Entry entry, String externalId) {
        return new AppointmentDetails(
                externalId,
                entry.text("institutionCode", 50),
                entry.optionalText("department", 100),
                entry.text("post", 100),
                entry.number("fte", "0.01", "1.00", 2).multiply(HUNDRED).intValue(),
                entry.flag("main"),
                entry.period("validFrom", "validTo"));
    }

    /** Working time as it is entered and shown: 1.00 is full time. */
    public BigDecimal fte() {
        return BigDecimal.valueOf(ftePercent, 2);
    }

    /** The same work from another place: what the entry names, otherwise the same post. */
    AppointmentDetails transferred(String newExternalId, Entry entry, DatePeriod period) {
        String newPost = entry.optionalText("post", 100);
        return new AppointmentDetails(
                newExternalId,
                entry.text("institutionCode", 50),
                entry.optionalText("department", 100),
                newPost == null ? post : newPost,
                ftePercent,
                main,
                period);
    }

    AppointmentDetails during(DatePeriod period) {
        return new AppointmentDetails(externalId, institutionCode, department, post, ftePercent, main, period);
    }
}
