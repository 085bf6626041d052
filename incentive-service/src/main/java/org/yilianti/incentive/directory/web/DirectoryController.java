package org.yilianti.incentive.directory.web;

import java.time.YearMonth;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.directory.DirectoryCounts;
import org.yilianti.incentive.directory.DirectoryReport;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;

/** Tells how much of the association this service knows. */
@RestController
class DirectoryController {

    private static final String WHOLE_ASSOCIATION = "*";

    private final DirectoryReport report;

    DirectoryController(DirectoryReport report) {
        this.report = report;
    }

    @GetMapping("/v1/directories/incentive")
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.SCHEDULER,
        Role.EVALUATOR,
        Role.PAYROLL_OFFICER,
        Role.PAYROLL_REVIEWER,
        Role.AUDITOR,
        Role.INTEGRATION
    })
    DirectoryCounts counts(@RequestParam YearMonth month, Caller caller) {
        caller.require(
                WHOLE_ASSOCIATION,
                Role.ASSOCIATION_ADMIN,
                Role.HR_OFFICER,
                Role.REGISTRAR,
                Role.SCHEDULER,
                Role.EVALUATOR,
                Role.PAYROLL_OFFICER,
                Role.PAYROLL_REVIEWER,
                Role.AUDITOR,
                Role.INTEGRATION);
        return report.counts(caller.association(), month);
    }
}
