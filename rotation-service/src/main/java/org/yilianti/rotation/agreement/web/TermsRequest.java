package org.yilianti.rotation.agreement.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.LiabilityShares;
import org.yilianti.rotation.agreement.PayTerms;
import org.yilianti.rotation.agreement.PayTerms.Basis;
import org.yilianti.rotation.agreement.TimetableSession;

/**
 * The whole terms of an agreement as somebody states them.
 *
 * @param validTo first day no longer agreed
 */
record TermsRequest(
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validTo,
        @NotNull @Min(1) @Max(44) Integer weeklyHours,
        @NotBlank @Size(max = 2000) String tasks,
        @Nullable @Size(max = 50) List<@Valid @NotNull StatedSession> timetable,
        @Nullable @Valid StatedPay pay,
        @NotNull @Valid StatedLiability liability,
        @NotNull @Valid StatedInsurance insurance) {

    /** A session that recurs every week; an end at or before the start lies on the next day. */
    record StatedSession(
            @NotNull Weekday day,
            @NotNull LocalTime start,
            @NotNull LocalTime end,
            @NotBlank @Size(max = 200) String place,
            @NotNull @PositiveOrZero @Max(600) Integer travelMinutes,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        private TimetableSession session() {
            return new TimetableSession(day.day(), start, end, place, travelMinutes, from, to);
        }
    }

    /** What the host pays; amounts in fen. */
    record StatedPay(
            @NotNull @Pattern(regexp = "session|hour|month") String basis,
            @NotNull @Positive Long amountFen,
            @Nullable @Size(max = 1000) String note) {

        private PayTerms terms() {
            return new PayTerms(Basis.valueOf(basis.toUpperCase(Locale.ROOT)), Money.ofFen(amountFen), note);
        }
    }

    /** Shares of the medical risk in percent. */
    record StatedLiability(
            @NotNull @DecimalMin("0") @Digits(integer = 3, fraction = 2) BigDecimal homePercent,

            @NotNull @DecimalMin("0") @Digits(integer = 3, fraction = 2) BigDecimal hostPercent,

            @NotNull @DecimalMin("0") @Digits(integer = 3, fraction = 2) BigDecimal memberPercent) {}

    /** The insurance policy; required, since nothing is in force without cover. */
    record StatedInsurance(
            @NotBlank @Size(max = 100) String policyNumber,
            @NotBlank @Size(max = 200) String insurer,
            @NotNull @Positive Long coverFen,
            @NotNull LocalDate validTo) {}

    /** Refuses (422) with every contradiction found. */
    AgreementTerms terms() {
        List<Violation> violations = new ArrayList<>();
        BigDecimal sum = LiabilityShares.sum(liability.homePercent, liability.hostPercent, liability.memberPercent);
        if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
            violations.add(new Violation("/terms/liability", "liability.sum", sum.toPlainString()));
        }
        if (!validTo.isAfter(validFrom)) {
            violations.add(new Violation("/terms/validTo", "period.inverted", validFrom, validTo));
        }
        if (insurance.validTo.isBefore(validTo)) {
            violations.add(
                    new Violation("/terms/insurance/validTo", "insurance.too-short", insurance.validTo, validTo));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new AgreementTerms(
                new DatePeriod(validFrom, validTo),
                weeklyHours,
                tasks,
                timetable == null
                        ? List.of()
                        : timetable.stream().map(StatedSession::session).toList(),
                pay == null ? PayTerms.NONE : pay.terms(),
                new LiabilityShares(liability.homePercent, liability.hostPercent, liability.memberPercent),
                new Insurance(
                        insurance.policyNumber, insurance.insurer, Money.ofFen(insurance.coverFen), insurance.validTo));
    }
}
