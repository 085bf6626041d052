package org.yilianti.rotation.directory.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.inbox.Received;
import org.yilianti.rotation.directory.Institution;

/** What is read of {@code staff.institution-changed.v1}. */
record InstitutionView(
        String code,
        String name,
        String tier,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    static Institution institution(Received<InstitutionView> event) {
        UUID id = event.aggregate();
        InstitutionView body = event.body();
        return new Institution(id, event.association(), body.code, body.name, body.tier, body.latitude, body.longitude);
    }
}
