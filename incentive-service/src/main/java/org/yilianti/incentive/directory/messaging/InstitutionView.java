package org.yilianti.incentive.directory.messaging;

import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.directory.Institution;
import org.yilianti.platform.inbox.Received;

/** What is read of {@code staff.institution-changed.v1}. */
record InstitutionView(String code, String name, @Nullable String nameEn, String tier, long population) {

    static Institution institution(Received<InstitutionView> event) {
        InstitutionView body = event.body();
        return new Institution(
                event.aggregate(),
                event.association(),
                event.version(),
                body.code(),
                body.name(),
                body.nameEn(),
                body.tier(),
                body.population());
    }
}
