package org.yilianti.incentive.payscheme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.fund.PayKind;
import org.yilianti.incentive.payscheme.PayScheme;
import org.yilianti.incentive.payscheme.PayTerm;
import org.yilianti.incentive.payscheme.PayTerms;
import org.yilianti.platform.problem.Refusal;

/**
 * A scheme as its author writes it, and as it is exported.
 *
 * @param kind of performance pay that it is for; performance when it is left out
 * @param validFrom the first month it may be in force for
 * @param currency CNY, which is meant too when it is left out
 */
record PaySchemeDocument(
        @NotBlank @Size(max = 200) String name,
        @Pattern(regexp = PayKind.CODE) @Nullable String kind,
        @NotNull YearMonth validFrom,
        @Nullable String currency,
        @NotEmpty @Size(max = 50) List<@Valid @NotNull PayTerm> terms) {

    /** Refuses (422) other money than Chinese yuan and terms that break a rule. */
    PayScheme.Content content() {
        if (currency != null && !currency.equals("CNY")) {
            throw Refusal.invalid("payscheme.currency-not-cny", currency).at("/currency");
        }
        return new PayScheme.Content(PayKind.of(kind), validFrom, new PayTerms(terms));
    }

    static PaySchemeDocument of(PayScheme scheme) {
        return new PaySchemeDocument(
                scheme.name(),
                scheme.kind().code(),
                scheme.validFrom(),
                "CNY",
                scheme.terms().all());
    }
}
