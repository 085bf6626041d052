package org.yilianti.rotation.application.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.agreement.web.TermsResource;
import org.yilianti.rotation.application.ApplicationParties;
import org.yilianti.rotation.application.ApplicationState;
import org.yilianti.rotation.application.Office;
import org.yilianti.rotation.application.PracticeApplication;
import org.yilianti.rotation.application.StepAction;

/** An application as callers see it, reasons in their language. */
record ApplicationResource(
        UUID id,
        long version,
        UUID memberId,
        String staffNo,
        UUID homeInstitutionId,
        UUID hostInstitutionId,
        LocalDate validFrom,
        LocalDate validTo,
        int weeklyHours,
        String tasks,
        TermsResource terms,
        ApplicationState state,
        @Nullable UUID renewsAgreementId,
        @Nullable TurnOf turn,
        List<RefusalReason> reasons,
        List<StepTaken> history) {

    /** Why a rule refused. */
    record RefusalReason(String rule, String code, String message) {}

    /**
     * Whose turn it is.
     *
     * @param escalated whether administrators of the association may decide as well
     * @param questionOpen whether the office waits for the applicant's answer
     */
    record TurnOf(
            Office office,
            String role,
            ApplicationState reaches,
            @Nullable LocalDate dueOn,
            boolean escalated,
            boolean questionOpen) {}

    /** One line of the history. */
    record StepTaken(
            ApplicationState state,
            StepAction action,
            List<String> onBehalfOf,
            String actor,
            Instant at,
            @Nullable String note) {}

    static ApplicationResource of(PracticeApplication application, ProblemFactory texts, Locale locale) {
        ApplicationParties parties = application.parties();
        return new ApplicationResource(
                application.id(),
                application.version(),
                parties.memberId(),
                parties.staffNo(),
                parties.homeId(),
                parties.hostId(),
                application.terms().term().from(),
                application.terms().validTo(),
                application.terms().weeklyHours(),
                application.terms().tasks(),
                TermsResource.of(application.terms()),
                application.state(),
                application.renews(),
                turn(application),
                application.reasons().stream()
                        .map(reason -> new RefusalReason(
                                reason.rule(),
                                reason.code(),
                                texts.text(
                                        "practice." + reason.code(),
                                        reason.args().toArray(),
                                        locale)))
                        .toList(),
                application.history().stream()
                        .map(step -> new StepTaken(
                                step.state(), step.action(), step.onBehalfOf(), step.actor(), step.at(), step.note()))
                        .toList());
    }

    private static @Nullable TurnOf turn(PracticeApplication application) {
        return application
                .turn()
                .map(level -> new TurnOf(
                        level.office(),
                        level.role().claim(),
                        level.reaches(),
                        application.progress().dueOn(),
                        application.progress().escalated(),
                        application.progress().asked()))
                .orElse(null);
    }
}
