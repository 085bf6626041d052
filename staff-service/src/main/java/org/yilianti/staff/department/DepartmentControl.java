package org.yilianti.staff.department;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.member.AppointmentControl;
import org.yilianti.staff.member.AppointmentDetails;
import org.yilianti.staff.member.AppointmentId;
import org.yilianti.staff.member.Member;

/** Keeps appointments within departments that are open on their first day. */
@Component
class DepartmentControl implements AppointmentControl {

    private final DepartmentNames names;

    DepartmentControl(DepartmentNames names) {
        this.names = names;
    }

    @Override
    public Ledger open(UUID association, Collection<InstitutionId> places) {
        return new Judged(names.at(places));
    }

    private record Judged(DepartmentNames.Known known) implements Ledger {

        @Override
        public Optional<Fault> objection(Member member, AppointmentDetails wanted, @Nullable AppointmentId replaced) {
            return known.objection(
                    wanted.institutionCode(),
                    wanted.department(),
                    wanted.valid().from());
        }

        /** Who is in a department does not bear on who may be. */
        @Override
        public void taken(Member member, AppointmentDetails held, @Nullable AppointmentId replaced) {}
    }
}
