package org.yilianti.rotation.agreement.web;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
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
import org.yilianti.platform.time.InEra;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.LiabilityShares;
import org.yilianti.rotation.agreement.PayTerms;
import org.yilianti.rotation.agreement.PayTerms.Basis;
import org.yilianti.rotation.agreement.TimetableSession;

/** The parts of terms as somebody states them, and how they come together. */
public final class StatedTerms {

    private StatedTerms() {}

    /** A session that recurs every week; an end at or before the start lies on the next day. */
    public record StatedSession(
            @NotNull Weekday day,
            @NotNull LocalTime start,
            @NotNull LocalTime end,
            @NotBlank @Size(max = 200) String place,
            @NotNull @PositiveOrZero @Max(600) Integer travelMinutes,
            @InEra @Nullable LocalDate from,
            @InEra @Nullable LocalDate to) {

        private TimetableSession session() {
            return new TimetableSession(day.day(), start, end, place, travelMinutes, from, to);
        }
    }

    /** What the host pays; amounts in fen. */
    public record StatedPay(
            @NotNull @Pattern(regexp = "session|hour|month") String basis,
            @NotNull @Positive Long amountFen,
            @Nullable @Size(max = 1000) String note) {

        private PayTerms terms() {
            return new PayTerms(Basis.valueOf(basis.toUpperCase(Locale.ROOT)), Money.ofFen(amountFen), note);
        }
    }

    /** Shares of the medical risk in percent. */
    public record StatedLiability(
            @NotNull @DecimalMin("0") @Digits(integer = 3, fraction = 2) BigDecimal homePercent,

            @NotNull @DecimalMin("0") @Digits(integer = 3, fraction = 2) BigDecimal hostPercent,

            @NotNull @DecimalMin("0") @Digits(integer = 3, fraction = 2) BigDecimal memberPercent) {}

    /** The insurance policy; required, since nothing is in force without cover. */
    public record StatedInsurance(
            @NotBlank @Size(max = 100) String policyNumber,
            @NotBlank @Size(max = 200) String insurer,
            @NotNull @Positive Long coverFen,
            @NotNull @InEra LocalDate validTo) {}

    /**
     * The terms; refuses (422) with every contradiction found.
     *
     * @param pointer of the JSON object that states them; empty for the whole body
     */
    public static AgreementTerms terms(
            String pointer,
            LocalDate validFrom,
            LocalDate validTo,
            int weeklyHours,
            String tasks,
            @Nullable List<StatedSession> timetable,
            @Nullable StatedPay pay,
            StatedLiability liability,
            StatedInsurance insurance) {
        List<Violation> violations = violations(pointer, validFrom, validTo, liability, insurance);
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

    private static List<Violation> violations(
            String pointer,
            LocalDate validFrom,
            LocalDate validTo,
            StatedLiability liability,
            StatedInsurance insurance) {
        List<Violation> violations = new ArrayList<>();
        BigDecimal sum = LiabilityShares.sum(liability.homePercent, liability.hostPercent, liability.memberPercent);
        if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
            violations.add(new Violation(pointer + "/liability", "liability.sum", sum.toPlainString()));
        }
        if (!validTo.isAfter(validFrom)) {
            violations.add(new Violation(pointer + "/validTo", "period.inverted", validFrom, validTo));
        }
        if (insurance.validTo.isBefore(validTo)) {
            violations.add(
                    new Violation(pointer + "/insurance/validTo", "insurance.too-short", insurance.validTo, validTo));
        }
        return violations;
    }
}
