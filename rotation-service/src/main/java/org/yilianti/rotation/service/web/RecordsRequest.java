package org.yilianti.rotation.service.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.InEra;
import org.yilianti.rotation.service.ServiceEntry;

/** Up to 500 services at once; person and place each by id or by business number. */
record RecordsRequest(@NotEmpty @Size(max = 500) List<@Valid @NotNull ReportedService> items) {

    /**
     * One service.
     *
     * @param callUp the emergency call-up under which it was delivered, by its own number; left out for ordinary service
     */
    record ReportedService(
            @NotBlank @Size(max = 100) String sourceId,
            @Nullable UUID memberId,
            @Nullable @Size(max = 50) String staffNo,
            @Nullable UUID institutionId,
            @Nullable @Size(max = 50) String institutionCode,
            @NotBlank @Size(max = 20) String kind,
            @NotNull @InEra Instant startedAt,
            @NotNull @InEra Instant endedAt,
            @Nullable UUID dutyId,
            @Nullable @Size(min = 1, max = 100) String callUp) {}

    /** Times to the microsecond, as the database keeps them. */
    List<ServiceEntry> entries() {
        return items.stream()
                .map(item -> new ServiceEntry(
                        item.sourceId,
                        item.memberId,
                        item.staffNo,
                        item.institutionId,
                        item.institutionCode,
                        item.kind,
                        item.startedAt.truncatedTo(ChronoUnit.MICROS),
                        item.endedAt.truncatedTo(ChronoUnit.MICROS),
                        item.dutyId,
                        item.callUp))
                .toList();
    }
}
