package org.yilianti.rotation.fairness.web;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.time.Era;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.fairness.Burden;
import org.yilianti.rotation.fairness.FairnessLedger;

/** Shows what people carried. */
@RestController
class FairnessController {

    private final FairnessLedger ledger;
    private final Sights sights;

    FairnessController(FairnessLedger ledger, Sights sights) {
        this.ledger = ledger;
        this.sights = sights;
    }

    /** One person's burden in the months asked about, over all sites. */
    record FairnessLine(
            UUID memberId,
            int duties,
            int minutes,
            int nights,
            int weekends,
            int holidays,
            int away,
            int refusedWishes) {}

    /** Months such as 2026-05, both inclusive, at most 24; staff see their own line. */
    @GetMapping("/v1/fairness-ledger")
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    Page<FairnessLine> list(
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam @Nullable UUID institution,
            PageRequest page,
            Caller caller) {
        var sight = sights.of(caller, Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN);
        return Page.of(
                        ledger.lines(sight, institution, period(Era.month(from), Era.month(to)), page),
                        page,
                        row -> Cursor.of(row.memberId()))
                .map(line -> line(line.memberId(), line.burden()));
    }

    private static FairnessLine line(UUID member, Burden burden) {
        return new FairnessLine(
                member,
                burden.duties(),
                burden.minutes(),
                burden.nights(),
                burden.weekends(),
                burden.holidays(),
                burden.away(),
                burden.refusedWishes());
    }

    private static DatePeriod period(YearMonth from, YearMonth to) {
        if (to.isBefore(from) || to.isAfter(from.plusMonths(23))) {
            throw Refusal.malformed("fairness.months", from, to);
        }
        return new DatePeriod(from.atDay(1), to.plusMonths(1).atDay(1));
    }
}
