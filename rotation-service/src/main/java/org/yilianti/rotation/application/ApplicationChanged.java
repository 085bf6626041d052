package org.yilianti.rotation.application;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.outbox.OutboxEvent;

/** {@code rotation.application-changed.v1}: the public state of an application at a version; drafts are nobody's business. */
record ApplicationChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID memberId,
        UUID homeInstitutionId,
        UUID hostInstitutionId,
        LocalDate validFrom,
        LocalDate validTo,
        ApplicationState state,
        boolean escalated,
        boolean asked,
        @Nullable LocalDate dueOn,
        @Nullable UUID renewsAgreementId) {

    static OutboxEvent of(PracticeApplication application) {
        return OutboxEvent.state(
                "rotation.applications",
                "rotation.application-changed.v1",
                application.association(),
                application.id(),
                application.version(),
                new ApplicationChanged(
                        application.id(),
                        application.association(),
                        application.version(),
                        application.parties().memberId(),
                        application.parties().homeId(),
                        application.parties().hostId(),
                        application.terms().term().from(),
                        application.terms().validTo(),
                        application.state(),
                        application.progress().escalated(),
                        application.progress().asked(),
                        application.progress().dueOn(),
                        application.renews()));
    }
}
