package org.yilianti.rotation.agreement.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.InEra;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.web.StatedTerms.StatedInsurance;
import org.yilianti.rotation.agreement.web.StatedTerms.StatedLiability;
import org.yilianti.rotation.agreement.web.StatedTerms.StatedPay;
import org.yilianti.rotation.agreement.web.StatedTerms.StatedSession;

/**
 * The whole terms of an agreement as somebody states them.
 *
 * @param validTo first day no longer agreed
 */
record TermsRequest(
        @NotNull @InEra LocalDate validFrom,
        @NotNull @InEra LocalDate validTo,
        @NotNull @Min(1) @Max(44) Integer weeklyHours,
        @NotBlank @Size(max = 2000) String tasks,
        @Nullable @Size(max = 50) List<@Valid @NotNull StatedSession> timetable,
        @Nullable @Valid StatedPay pay,
        @NotNull @Valid StatedLiability liability,
        @NotNull @Valid StatedInsurance insurance) {

    AgreementTerms terms() {
        return StatedTerms.terms(
                "/terms", validFrom, validTo, weeklyHours, tasks, timetable, pay, liability, insurance);
    }
}
