package org.yilianti.rotation.roster;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Sights;

/** Gives a published duty to somebody directly. */
@Component
@Transactional
public class DutyManagement {

    private final Duties duties;
    private final Handovers handovers;
    private final Sights sights;

    DutyManagement(Duties duties, Handovers handovers, Sights sights) {
        this.duties = duties;
        this.handovers = handovers;
        this.sights = sights;
    }

    /** Assigns an open duty, or one that somebody else has, by a scheduler of its institution. */
    public Duty assign(Caller caller, UUID dutyId, @Nullable ExpectedVersion expected, UUID memberId) {
        Duty duty = duties.find(sights.inScope(caller, Role.SCHEDULER), dutyId)
                .orElseThrow(() -> Refusal.notFound("duty.unknown", dutyId));
        ExpectedVersion.checkIfSent(expected, duty.version());
        Long seen = expected == null ? null : expected.value();
        return handovers
                .carryOut(caller, List.of(new Handover(dutyId, duty.memberId(), memberId, seen)), "assignment")
                .getFirst();
    }
}
