package org.yilianti.rotation.repair;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.Handover;
import org.yilianti.rotation.roster.Handovers;

/** Carries out a repair that a scheduler chose. */
@Component
@Transactional
public class RepairManagement {

    private final Duties duties;
    private final Handovers handovers;
    private final Sights sights;

    RepairManagement(Duties duties, Handovers handovers, Sights sights) {
        this.duties = duties;
        this.handovers = handovers;
        this.sights = sights;
    }

    /** Applies all moves or none; the duty in question must be among them, and the caller must plan at every site concerned. */
    public List<Duty> apply(Caller caller, UUID dutyId, @Nullable ExpectedVersion expected, List<Handover> moves) {
        Sight sight = sights.inScope(caller, Role.SCHEDULER);
        if (moves.stream().noneMatch(move -> move.dutyId().equals(dutyId))) {
            throw Refusal.invalid("repair.other-duty", dutyId).at("/moves");
        }
        if (moves.stream().map(Handover::dutyId).distinct().count() < moves.size()) {
            throw Refusal.invalid("repair.duty-twice").at("/moves");
        }
        for (Handover move : moves) {
            Duty duty = duties.find(sight, move.dutyId())
                    .orElseThrow(() -> Refusal.notFound("duty.unknown", move.dutyId()));
            if (duty.id().equals(dutyId)) {
                ExpectedVersion.checkIfSent(expected, duty.version());
            }
        }
        return handovers.carryOut(caller, moves, "replacement");
    }
}
