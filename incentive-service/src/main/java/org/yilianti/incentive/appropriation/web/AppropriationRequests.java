package org.yilianti.incentive.appropriation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.appropriation.AppropriationManagement.Announcement;
import org.yilianti.incentive.appropriation.Purpose;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/** What callers send about appropriations. */
final class AppropriationRequests {

    private AppropriationRequests() {}

    /**
     * Money to come: either {@code perHeadFen} for everybody in the areas of {@code institutionIds}, or {@code amountFen}.
     *
     * @param month that it is booked in
     * @param currency CNY, which is meant too when it is left out
     */
    record AppropriationOrder(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String source,
            @NotNull YearMonth month,
            @NotEmpty @Size(max = 50) List<@Valid @NotNull PurposeOrder> purposes,
            @Positive @Max(9_999_999_999_999L) @Nullable Long amountFen,
            @Positive @Max(99_999_999L) @Nullable Long perHeadFen,
            @Size(min = 1, max = 1000) @Nullable List<@NotNull UUID> institutionIds,
            @Nullable String currency) {

        /** Refuses (422) other money than Chinese yuan. */
        Announcement announcement() {
            if (currency != null && !currency.equals("CNY")) {
                throw Refusal.invalid("fund.currency-not-cny", currency).at("/currency");
            }
            return new Announcement(
                    name,
                    source,
                    month,
                    purposes.stream()
                            .map(one -> new Purpose(one.code(), one.name()))
                            .toList());
        }
    }

    /** What money may be used for. */
    record PurposeOrder(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,49}") String code,

            @NotBlank @Size(max = 200) String name) {}

    /**
     * An allotment to draft.
     *
     * @param evaluationId with {@code population-score}: by its scores
     * @param amountFen with {@code population-score}: what is split
     * @param amounts otherwise: what each institution gets
     * @param advancePercent of an entrusted task it is 100 whatever is said
     */
    record AllotmentOrder(
            @NotNull @Pattern(regexp = "population-score|fixed|entrusted-task") String formula,

            @Nullable UUID evaluationId,
            @Positive @Max(9_999_999_999_999L) @Nullable Long amountFen,
            @Size(min = 1, max = 1000) @Nullable List<@Valid @NotNull AmountOrder> amounts,
            @Min(0) @Max(100) @NotNull Integer advancePercent) {

        /** The amounts by institution; refuses (422) when there are none, or one comes twice. */
        Map<UUID, Money> amountsByInstitution() {
            if (amounts == null) {
                throw Refusal.invalid("appropriation.amounts-missing").at("/amounts");
            }
            return amounts.stream()
                    .collect(Collectors.toMap(
                            AmountOrder::institutionId, one -> Money.ofFen(one.amountFen()), (first, second) -> {
                                throw Refusal.invalid("appropriation.institution-repeated")
                                        .at("/amounts");
                            }));
        }
    }

    /** What an institution gets. */
    record AmountOrder(
            @NotNull UUID institutionId,
            @Positive @Max(9_999_999_999L) long amountFen) {}

    /** By which evaluation an allotment is settled. */
    record SettlementOrder(@NotNull UUID evaluationId) {}

    /** Why something is rejected. */
    record Rejection(@NotBlank @Size(max = 1000) String reason) {}

    /** What an institution used money for. */
    record UseOrder(
            @NotBlank @Size(max = 50) String institutionCode,
            @NotBlank @Size(max = 50) String purpose,
            @Positive @Max(9_999_999_999_999L) long amountFen,
            @NotNull LocalDate usedOn,
            @NotBlank @Size(max = 200) String reference) {}
}
