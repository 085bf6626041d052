package org.yilianti.rotation.service.web;

import java.time.LocalDate;
import java.time.YearMonth;
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
import org.yilianti.platform.time.Era;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.service.GrassrootsCredits;
import org.yilianti.rotation.service.ServiceKind;
import org.yilianti.rotation.service.ServiceTotal;
import org.yilianti.rotation.service.ServiceTotals;
import org.yilianti.rotation.service.TotalsQuestion;

/** What the records come to: hours by person, site, kind and period, and days of grassroots service. */
@RestController
class TotalsController {

    private static final Role[] READERS = {
        Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR, Role.ASSOCIATION_ADMIN
    };

    private final ServiceTotals totals;
    private final GrassrootsCredits credits;
    private final Sights sights;

    TotalsController(ServiceTotals totals, GrassrootsCredits credits, Sights sights) {
        this.totals = totals;
        this.credits = credits;
        this.sights = sights;
    }

    /** Service of one person at one site, of one kind, in one period; minutes. */
    record TotalResource(
            String period,
            UUID memberId,
            UUID institutionId,
            ServiceKind kind,
            long records,
            long minutes,
            long confirmedMinutes,
            long flaggedMinutes) {

        private static TotalResource of(ServiceTotal total) {
            return new TotalResource(
                    total.period(),
                    total.memberId(),
                    total.institutionId(),
                    total.kind(),
                    total.records(),
                    total.minutes(),
                    total.confirmedMinutes(),
                    total.flaggedMinutes());
        }
    }

    /** Confirmed service at county level or below. */
    record CreditResource(
            UUID memberId,
            long version,
            long days,
            long minutes,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {}

    /**
     * Service that crosses midnight or the end of a month counts in each for its own part.
     *
     * @param month first month
     * @param toMonth last month; only {@code month} when absent
     * @param by month or day
     */
    @GetMapping("/v1/service-records/totals")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    Page<TotalResource> totals(
            @RequestParam String month,
            @RequestParam @Nullable String toMonth,
            @RequestParam(defaultValue = "month") String by,
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable String kind,
            PageRequest page,
            Caller caller) {
        YearMonth first = Era.month(month);
        YearMonth last = toMonth == null ? first : Era.month(toMonth);
        if (last.isBefore(first)) {
            throw Refusal.malformed("period.inverted", first, last);
        }
        var asked = new TotalsQuestion(
                first.atDay(1), last.plusMonths(1).atDay(1), period(by), institution, member, RecordQuery.kind(kind));
        return Page.of(totals.list(sights.of(caller, READERS), asked, page), page, ServiceTotals::cursor)
                .map(TotalResource::of);
    }

    @GetMapping("/v1/grassroots-credits")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    Page<CreditResource> credits(@RequestParam @Nullable UUID member, PageRequest page, Caller caller) {
        return Page.of(
                        credits.list(sights.of(caller, READERS), member, page),
                        page,
                        credit -> Cursor.of(credit.memberId()))
                .map(credit -> new CreditResource(
                        credit.memberId(),
                        credit.version(),
                        credit.days(),
                        credit.minutes(),
                        credit.firstDay(),
                        credit.lastDay()));
    }

    private static TotalsQuestion.Period period(String code) {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "month" -> TotalsQuestion.Period.MONTH;
            case "day" -> TotalsQuestion.Period.DAY;
            default -> throw Refusal.malformed("service-record.unknown-period", code);
        };
    }
}
