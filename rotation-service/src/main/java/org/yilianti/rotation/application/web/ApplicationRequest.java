package org.yilianti.rotation.application.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.LiabilityShares;
import org.yilianti.rotation.application.ApplicationWish;

/**
 * An application; the member by id or by staff number.
 *
 * @param validTo first day no longer applied for
 * @param renewsAgreementId the agreement that is to be continued from its last day on
 * @param draft whether to keep it for oneself first
 */
record ApplicationRequest(
        @Nullable UUID memberId,
        @Nullable @Size(max = 50) String staffNo,
        @NotNull UUID hostInstitutionId,
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validTo,
        @NotNull @Min(1) @Max(44) Integer weeklyHours,
        @NotBlank @Size(max = 2000) String tasks,
        @NotNull @Valid ProposedLiability liability,
        @NotNull @Valid ProposedInsurance insurance,
        @Nullable UUID renewsAgreementId,
        @Nullable Boolean draft) {

    /** Shares of the medical risk in percent. */
    record ProposedLiability(
            @NotNull @DecimalMin("0") @Digits(integer = 3, fraction = 2) BigDecimal homePercent,

            @NotNull @DecimalMin("0") @Digits(integer = 3, fraction = 2) BigDecimal hostPercent,

            @NotNull @DecimalMin("0") @Digits(integer = 3, fraction = 2) BigDecimal memberPercent) {}

    /** The insurance policy. */
    record ProposedInsurance(
            @NotBlank @Size(max = 100) String policyNumber,
            @NotBlank @Size(max = 200) String insurer,
            @NotNull @Positive Long coverFen,
            @NotNull LocalDate validTo) {}

    boolean isDraft() {
        return Boolean.TRUE.equals(draft);
    }

    ApplicationWish wish(UUID member) {
        return new ApplicationWish(member, hostInstitutionId, terms(), renewsAgreementId);
    }

    /** What is applied for; refuses (422) with every contradiction found. */
    AgreementTerms terms() {
        List<Violation> violations = new ArrayList<>();
        BigDecimal sum = LiabilityShares.sum(liability.homePercent, liability.hostPercent, liability.memberPercent);
        if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
            violations.add(new Violation("/liability", "liability.sum", sum.toPlainString()));
        }
        if (!validTo.isAfter(validFrom)) {
            violations.add(new Violation("/validTo", "period.inverted", validFrom, validTo));
        }
        if (insurance.validTo.isBefore(validTo)) {
            violations.add(new Violation("/insurance/validTo", "insurance.too-short", insurance.validTo, validTo));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new AgreementTerms(
                new DatePeriod(validFrom, validTo),
                weeklyHours,
                tasks,
                new LiabilityShares(liability.homePercent, liability.hostPercent, liability.memberPercent),
                new Insurance(
                        insurance.policyNumber, insurance.insurer, Money.ofFen(insurance.coverFen), insurance.validTo));
    }
}
