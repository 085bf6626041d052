package org.yilianti.rotation.cascade.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.PracticeAgreements;
import org.yilianti.rotation.cascade.AgreementHours;
import org.yilianti.rotation.directory.Sights;

/** Tells how many hours were worked and are planned under an agreement, against its cap. */
@RestController
class WeekController {

    private static final Role[] READERS = {
        Role.REGISTRAR, Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN
    };

    private final PracticeAgreements agreements;
    private final AgreementHours hours;
    private final Sights sights;

    WeekController(PracticeAgreements agreements, AgreementHours hours, Sights sights) {
        this.agreements = agreements;
        this.hours = hours;
        this.sights = sights;
    }

    /** Weeks with service or duties, in their order; at most a year of them. */
    record WeekList(List<AgreementHours.Week> items) {}

    /** @param to first day no longer asked about */
    @GetMapping("/v1/practice-agreements/{id}/weeks")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    WeekList weeks(@PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to, Caller caller) {
        PracticeAgreement found = agreements
                .find(sights.of(caller, READERS), id)
                .orElseThrow(() -> Refusal.notFound("agreement.unknown", id));
        if (!to.isAfter(from) || to.isAfter(from.plusYears(1))) {
            throw Refusal.malformed("agreement.weeks-span", from, to);
        }
        return new WeekList(hours.weeks(found, from, to));
    }
}
