package org.yilianti.rotation.application.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.InEra;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.web.StatedTerms;
import org.yilianti.rotation.agreement.web.StatedTerms.StatedInsurance;
import org.yilianti.rotation.agreement.web.StatedTerms.StatedLiability;
import org.yilianti.rotation.agreement.web.StatedTerms.StatedPay;
import org.yilianti.rotation.agreement.web.StatedTerms.StatedSession;
import org.yilianti.rotation.application.ApplicationWish;

/**
 * An application; the member by id or by staff number.
 *
 * @param validTo first day no longer applied for
 * @param timetable weekly sessions; absent when the roster alone decides
 * @param pay what the host pays besides the association's scheme; absent when nothing
 * @param renewsAgreementId the agreement that is to be continued from its last day on
 * @param draft whether to keep it for oneself first
 */
record ApplicationRequest(
        @Nullable UUID memberId,
        @Nullable @Size(max = 50) String staffNo,
        @NotNull UUID hostInstitutionId,
        @NotNull @InEra LocalDate validFrom,
        @NotNull @InEra LocalDate validTo,
        @NotNull @Min(1) @Max(44) Integer weeklyHours,
        @NotBlank @Size(max = 2000) String tasks,
        @Nullable @Size(max = 50) List<@Valid @NotNull StatedSession> timetable,
        @Nullable @Valid StatedPay pay,
        @NotNull @Valid StatedLiability liability,
        @NotNull @Valid StatedInsurance insurance,
        @Nullable UUID renewsAgreementId,
        @Nullable Boolean draft) {

    boolean isDraft() {
        return Boolean.TRUE.equals(draft);
    }

    ApplicationWish wish(UUID member) {
        return new ApplicationWish(member, hostInstitutionId, terms(), renewsAgreementId);
    }

    AgreementTerms terms() {
        return StatedTerms.terms("", validFrom, validTo, weeklyHours, tasks, timetable, pay, liability, insurance);
    }
}
