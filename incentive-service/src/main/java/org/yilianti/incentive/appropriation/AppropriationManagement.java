package org.yilianti.incentive.appropriation;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/** Takes in money from its sources: one person announces it, another confirms that it came. */
@Service
public class AppropriationManagement {

    private final Appropriations appropriations;
    private final Institutions institutions;
    private final AppropriationBookings bookings;
    private final AuditTrail audit;
    private final Clock clock;

    AppropriationManagement(
            Appropriations appropriations,
            Institutions institutions,
            AppropriationBookings bookings,
            AuditTrail audit,
            Clock clock) {
        this.appropriations = appropriations;
        this.institutions = institutions;
        this.bookings = bookings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is announced of an appropriation, whatever its amount. */
    public record Announcement(String name, String source, YearMonth month, List<Purpose> purposes) {

        /** Refuses (422) a month that cannot be booked, and purposes with the same code. */
        public Announcement {
            purposes = List.copyOf(purposes);
            if (month.getYear() < 2000 || month.getYear() > 2199) {
                throw Refusal.invalid("fund.month-invalid", month.toString()).at("/month");
            }
            if (purposes.stream().map(Purpose::code).distinct().count() != purposes.size()) {
                throw Refusal.invalid("appropriation.purpose-repeated").at("/purposes");
            }
        }
    }

    /** Announces a rate for everybody in the areas of these institutions. */
    @Transactional
    public Appropriation announcePerHead(Caller caller, Announcement what, Money rate, List<UUID> institutionIds) {
        List<Catchment> catchments = institutions.find(caller.association(), institutionIds).stream()
                .map(one -> new Catchment(one.id(), one.code(), one.population()))
                .toList();
        if (catchments.size() != institutionIds.stream().distinct().count()) {
            throw Refusal.invalid("appropriation.institution-unknown").at("/institutionIds");
        }
        return announce(caller, what, rate, catchments, Appropriation.perHead(rate, catchments));
    }

    /** Announces an amount. */
    @Transactional
    public Appropriation announce(Caller caller, Announcement what, Money amount) {
        return announce(caller, what, Money.ZERO, List.of(), amount);
    }

    private Appropriation announce(
            Caller caller, Announcement what, Money rate, List<Catchment> catchments, Money amount) {
        caller.require("*", Role.PAYROLL_OFFICER);
        Appropriation announced = Appropriation.announced(
                caller.association(),
                what.name(),
                what.source(),
                what.month(),
                rate,
                catchments,
                what.purposes(),
                amount,
                caller.name(),
                clock.instant());
        appropriations.insert(announced);
        record(caller, "appropriation.announced", announced);
        return announced;
    }

    /** Confirms that the money came in, and books it. */
    @Transactional
    public Appropriation receive(Caller caller, UUID id) {
        caller.require("*", Role.PAYROLL_REVIEWER);
        Appropriation received = appropriations.lock(caller.association(), id).received(caller.name(), clock.instant());
        appropriations.update(received);
        bookings.received(received, caller.name());
        record(caller, "appropriation.received", received);
        return received;
    }

    private void record(Caller caller, String action, Appropriation one) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "appropriation",
                one.id(),
                null,
                Map.of(
                        "version",
                        one.version(),
                        "name",
                        one.name(),
                        "amountFen",
                        one.amount().fen())));
    }
}
