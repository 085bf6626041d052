package org.yilianti.staff.contract.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.contract.Contract;

/** A contract as it is shown; validTo is the first day after it, supersededAt is null while it is believed. */
record ContractView(
        UUID id,
        int revision,
        UUID memberId,
        String institutionCode,
        String kind,
        @Nullable String number,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UUID renewsId,
        Instant recordedAt,
        String recordedBy,
        @Nullable String reason,
        @Nullable Instant supersededAt) {

    static ContractView of(Contract contract) {
        var details = contract.details();
        var recording = contract.recording();
        return new ContractView(
                contract.id(),
                contract.revision(),
                contract.member().value(),
                contract.employer().code(),
                details.kind().code(),
                details.number(),
                details.valid().from(),
                details.valid().to(),
                contract.renews(),
                recording.at(),
                recording.by(),
                recording.reason(),
                recording.supersededAt());
    }
}
