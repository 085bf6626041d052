package org.yilianti.rotation.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.web.CsvAnswer;
import org.yilianti.rotation.application.ApplicationFilter;
import org.yilianti.rotation.application.ApplicationReason;
import org.yilianti.rotation.application.ApplicationStep;
import org.yilianti.rotation.application.PracticeApplication;
import org.yilianti.rotation.application.PracticeApplications;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;

/** Gives the list of applications as a file. */
@RestController
class ApplicationExportController {

    private static final Role[] READERS = {Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN};

    private final PracticeApplications applications;
    private final Sights sights;

    ApplicationExportController(PracticeApplications applications, Sights sights) {
        this.applications = applications;
        this.sights = sights;
    }

    /** Those of the list with the same conditions, one a row; people and places by their business numbers. */
    @GetMapping(path = "/v1/practice-applications/csv", produces = "text/csv")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    void export(
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable Boolean pending,
            @RequestParam(defaultValue = "made") String sort,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        Sight sight = sights.inScope(caller, READERS);
        ApplicationFilter filter = ApplicationQuery.filter(member, institution, state, pending, sort);
        try (CsvAnswer csv = new CsvAnswer(response, "practice-applications")) {
            csv.row(
                    "id",
                    "staff_no",
                    "home",
                    "host",
                    "valid_from",
                    "valid_to",
                    "weekly_hours",
                    "tasks",
                    "state",
                    "waits_for",
                    "due_on",
                    "escalated",
                    "made_by",
                    "made_at",
                    "last_step",
                    "last_step_at",
                    "reasons");
            CsvAnswer.pages(
                    page -> applications.list(sight, caller.name(), filter, page),
                    one -> PracticeApplications.cursor(one, filter),
                    page -> page.forEach(one -> write(csv, one)));
        }
    }

    private static void write(CsvAnswer csv, PracticeApplication one) {
        AgreementTerms terms = one.terms();
        List<ApplicationStep> steps = one.history();
        csv.row(
                one.id(),
                one.parties().staffNo(),
                one.parties().homeCode(),
                one.parties().hostCode(),
                terms.term().from(),
                terms.validTo(),
                terms.weeklyHours(),
                terms.tasks(),
                one.state().code(),
                one.turn().map(level -> level.office().code()).orElse(null),
                one.progress().dueOn(),
                one.progress().escalated(),
                steps.getFirst().actor(),
                steps.getFirst().at(),
                steps.getLast().action().code(),
                steps.getLast().at(),
                String.join(
                        " ", one.reasons().stream().map(ApplicationReason::code).toList()));
    }
}
