package org.yilianti.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One service record as the hospital system reports it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportedService(
        String sourceId,
        @Nullable String memberId,
        @Nullable String staffNo,
        @Nullable String institutionId,
        @Nullable String institutionCode,
        String kind,
        String startedAt,
        String endedAt,
        @Nullable String dutyId) {

    private static final int LATEST_START = 6;
    private static final int EARLIEST_END = -8;
    private static final int LATEST_END = 12;

    /**
     * A duty as it was worked: people start up to 6 minutes late and end 8 minutes early to 12 minutes late, the same in every
     * run of the month.
     */
    static ReportedService of(JsonNode duty, String staffNo) {
        int variety =
                (staffNo + duty.path("date").asString("") + duty.path("shift").asString("")).hashCode();
        int late = Math.floorMod(variety, LATEST_START + 1);
        int longer = EARLIEST_END + Math.floorMod(variety / 7, LATEST_END - EARLIEST_END + 1);
        return new ReportedService(
                "duty-" + duty.get("id").asString(),
                duty.get("memberId").asString(),
                null,
                duty.get("institutionId").asString(),
                null,
                "duty",
                minutesAfter(duty.get("startsAt").asString(), late),
                minutesAfter(duty.get("endsAt").asString(), longer),
                duty.get("id").asString());
    }

    /** Service outside the roster. */
    static ReportedService of(
            String sourceId, String staffNo, String institution, String kind, Instant start, int minutes) {
        return new ReportedService(
                sourceId,
                null,
                staffNo,
                null,
                institution,
                kind,
                start.toString(),
                start.plusSeconds(60L * minutes).toString(),
                null);
    }

    private static String minutesAfter(String instant, int minutes) {
        return Instant.parse(instant).plusSeconds(60L * minutes).toString();
    }
}
