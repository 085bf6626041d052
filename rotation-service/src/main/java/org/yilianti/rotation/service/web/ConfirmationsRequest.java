package org.yilianti.rotation.service.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.service.RecordReviewManagement.Confirmation;

/** Up to 500 records to confirm. */
record ConfirmationsRequest(@NotEmpty @Size(max = 500) List<@Valid @NotNull RecordToConfirm> items) {

    /** One record, with the version that was looked at, when it matters. */
    record RecordToConfirm(@NotNull UUID id, @Nullable Long version) {}

    List<Confirmation> confirmations() {
        return items.stream()
                .map(item -> new Confirmation(item.id, item.version))
                .toList();
    }
}
