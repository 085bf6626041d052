package org.yilianti.rotation.service.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.InEra;
import org.yilianti.rotation.service.ServiceKind;

/**
 * What a record is to say instead, and why.
 *
 * @param version the version that was looked at
 */
record CorrectionRequest(
        @NotBlank @Size(max = 20) String kind,
        @NotNull @InEra Instant startedAt,
        @NotNull @InEra Instant endedAt,
        @NotBlank @Size(max = 1000) String reason,
        @NotNull Long version) {

    ServiceKind serviceKind() {
        return ServiceKind.ofCode(kind).orElseThrow(() -> Refusal.invalid("service-record.unknown-kind", kind)
                .at("/kind"));
    }
}
