package org.yilianti.staff.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.member.AppointmentControl;
import org.yilianti.staff.member.AppointmentDetails;
import org.yilianti.staff.member.AppointmentId;
import org.yilianti.staff.member.Member;

/** Nobody is appointed at an institution from a day on which it has left; what began before it joined is people's history and stays. */
@Component
class DepartureControl implements AppointmentControl {

    private final MembershipRepository memberships;

    DepartureControl(MembershipRepository memberships) {
        this.memberships = memberships;
    }

    /** One question and no lock: an appointment that crosses a departure is alerted. */
    @Override
    public Ledger open(UUID association, Collection<InstitutionId> places) {
        return new Periods(memberships.ofThoseWhoLeft(places).stream()
                .collect(Collectors.groupingBy(
                        membership -> membership.institution().code(),
                        Collectors.mapping(Membership::period, Collectors.toList()))));
    }

    private record Periods(Map<String, List<DatePeriod>> byInstitution) implements Ledger {

        @Override
        public Optional<Fault> objection(Member member, AppointmentDetails wanted, @Nullable AppointmentId replaced) {
            LocalDate day = wanted.valid().from();
            List<DatePeriod> periods = byInstitution.getOrDefault(wanted.institutionCode(), List.of());
            if (periods.stream().anyMatch(period -> period.contains(day))) {
                return Optional.empty();
            }
            return periods.stream()
                    .flatMap(period -> Optional.ofNullable(period.to()).stream())
                    .filter(leftOn -> !leftOn.isAfter(day))
                    .max(LocalDate::compareTo)
                    .map(leftOn -> new Fault(
                            "institutionCode", "institution-departed", List.of(wanted.institutionCode(), leftOn)));
        }

        /** Who is appointed does not bear on who may be. */
        @Override
        public void taken(Member member, AppointmentDetails held, @Nullable AppointmentId replaced) {}
    }
}
