package org.yilianti.staff.establishment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.staff.department.DepartmentNames;
import org.yilianti.staff.department.DepartmentNames.Known;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.member.AppointmentControl;

/** Keeps appointments within the establishment. */
@Component
class EstablishmentControl implements AppointmentControl {

    private final EstablishmentRepository establishment;
    private final DepartmentNames departments;

    EstablishmentControl(EstablishmentRepository establishment, DepartmentNames departments) {
        this.establishment = establishment;
        this.departments = departments;
    }

    @Override
    public boolean counts(UUID association, Collection<InstitutionId> places) {
        return establishment.controlled(association, places);
    }

    /** Institutions without any line cost one question and no lock. */
    @Override
    public Ledger open(UUID association, Collection<InstitutionId> places) {
        if (!counts(association, places)) {
            return new EstablishmentLedger(Map.of(), List.of(), List.of(), List.of(), departments.seen(List.of()));
        }
        List<AuthorisedPost> posts = establishment.lockAt(association, places);
        Map<String, InstitutionId> controlled = new HashMap<>();
        posts.forEach(post ->
                controlled.put(post.institution().code(), post.institution().id()));
        Known known = departments.seen(controlled.values());
        return new EstablishmentLedger(
                controlled,
                posts,
                establishment.permits(posts),
                establishment.incumbents(controlled.values(), known),
                known);
    }
}
