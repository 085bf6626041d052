package org.yilianti.rotation.incident.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.incident.IncidentTotal;
import org.yilianti.rotation.incident.IncidentTotals;
import org.yilianti.rotation.incident.IncidentTotals.By;

/** The report of risk. */
@RestController
class IncidentTotalsController {

    private static final Role[] READERS = {Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN};

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final IncidentTotals totals;
    private final Sights sights;

    IncidentTotalsController(IncidentTotals totals, Sights sights) {
        this.totals = totals;
        this.sights = sights;
    }

    /** Incidents of one subject: a person, a host, or all when null. */
    record IncidentTotalResource(
            @Nullable UUID subjectId,
            long incidents,
            long grave,
            long open,
            long damageFen,
            long homeFen,
            long hostFen,
            long memberFen) {

        private static IncidentTotalResource of(IncidentTotal total) {
            return new IncidentTotalResource(
                    total.subjectId(),
                    total.incidents(),
                    total.grave(),
                    total.open(),
                    total.damageFen(),
                    total.homeFen(),
                    total.hostFen(),
                    total.memberFen());
        }
    }

    /**
     * Incidents that occurred in the days asked for, as far as the caller may see them.
     *
     * @param by association, person or host
     * @param to day after the last
     */
    @GetMapping("/v1/incidents/totals")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    Page<IncidentTotalResource> totals(
            @RequestParam(defaultValue = "association") String by,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            PageRequest page,
            Caller caller) {
        By group = by(by);
        if (from.isBefore(EARLIEST) || from.isAfter(LATEST) || to.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw Refusal.malformed("incident.days-unfit", EARLIEST.toString(), LATEST.toString());
        }
        return Page.of(
                        totals.list(sights.of(caller, READERS), group, from, to, page),
                        page,
                        total -> Cursor.of(String.valueOf(total.subjectId())))
                .map(IncidentTotalResource::of);
    }

    private static By by(String code) {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "association" -> By.ASSOCIATION;
            case "person" -> By.PERSON;
            case "host" -> By.HOST;
            default -> throw Refusal.malformed("incident.unknown-grouping", code);
        };
    }
}
