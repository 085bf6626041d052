package org.yilianti.rotation.application.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.application.ApplicationParties;
import org.yilianti.rotation.application.ApplicationState;
import org.yilianti.rotation.application.PracticeApplication;

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
        ApplicationState state,
        List<RefusalReason> reasons,
        List<StepTaken> history) {

    /** Why a rule refused. */
    record RefusalReason(String rule, String code, String message) {}

    /** One line of the history. */
    record StepTaken(
            ApplicationState state,
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
                application.state(),
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
                        .map(step -> new StepTaken(step.state(), step.actor(), step.at(), step.note()))
                        .toList());
    }
}
