package org.yilianti.rotation.agreement;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.time.DatePeriod;

/** Terms and agreements to test with. */
public final class TestTerms {

    public static final LocalDate START = LocalDate.of(2026, 10, 1);
    public static final LocalDate END = LocalDate.of(2027, 10, 1);

    private TestTerms() {}

    public static AgreementTerms terms(LocalDate end, int weeklyHours, TimetableSession... sessions) {
        return terms(end, weeklyHours, shares("30.00", "60.00", "10.00"), sessions);
    }

    public static AgreementTerms terms(
            LocalDate end, int weeklyHours, LiabilityShares shares, TimetableSession... sessions) {
        return new AgreementTerms(
                new DatePeriod(START, end),
                weeklyHours,
                "clinic",
                List.of(sessions),
                PayTerms.NONE,
                shares,
                new Insurance("P", "insurer", Money.ofFen(1), end));
    }

    public static LiabilityShares shares(String home, String host, String member) {
        return new LiabilityShares(new BigDecimal(home), new BigDecimal(host), new BigDecimal(member));
    }

    public static TimetableSession session(DayOfWeek day, String start, String end, String place, int travel) {
        return session(day, start, end, place, travel, null, null);
    }

    public static TimetableSession session(
            DayOfWeek day,
            String start,
            String end,
            String place,
            int travel,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return new TimetableSession(day, LocalTime.parse(start), LocalTime.parse(end), place, travel, from, to);
    }

    public static PracticeAgreement agreement(AgreementTerms terms) {
        return PracticeAgreement.concluded(
                UUID.randomUUID(),
                new AgreementParties(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()),
                terms);
    }
}
