package org.yilianti.staff.credential.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Page;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.credential.Licence;
import org.yilianti.staff.credential.LicenceDirectory;
import org.yilianti.staff.credential.LicenceId;
import org.yilianti.staff.credential.Sanction;
import org.yilianti.staff.credential.SanctionDirectory;
import org.yilianti.staff.member.Sight;

/** Everything that was decided on a licence, each decision with its id. */
@RestController
class SanctionController {

    private final LicenceDirectory licences;
    private final SanctionDirectory sanctions;
    private final AssociationCalendar calendar;

    SanctionController(LicenceDirectory licences, SanctionDirectory sanctions, AssociationCalendar calendar) {
        this.licences = licences;
        this.sanctions = sanctions;
        this.calendar = calendar;
    }

    /** A sanction as it is shown; to is the first day after it. */
    record SanctionView(
            UUID id,
            String kind,
            String origin,
            @Nullable UUID assessmentId,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason,
            Instant recordedAt,
            String recordedBy,
            boolean open) {

        static SanctionView of(Sanction sanction) {
            return new SanctionView(
                    sanction.id(),
                    sanction.kind().code(),
                    sanction.origin().code(),
                    sanction.cause(),
                    sanction.from(),
                    sanction.to(),
                    sanction.reason(),
                    sanction.decision().at(),
                    sanction.decision().by(),
                    sanction.open());
        }
    }

    /** All at once: few are ever decided on one licence. */
    @GetMapping("/v1/licences/{id}/sanctions")
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.SCHEDULER,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.STAFF,
        Role.INTEGRATION
    })
    Page<SanctionView> list(Caller caller, @PathVariable UUID id) {
        Licence licence = licences.find(
                        caller.association(), Sight.of(caller, calendar.today()), new LicenceId(id), null)
                .orElseThrow(() -> Refusal.notFound("licence.unknown", id));
        List<SanctionView> decided =
                sanctions.of(licence).stream().map(SanctionView::of).toList();
        return new Page<>(decided, null);
    }
}
