package org.yilianti.rotation.directory.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.DirectoryCounts;
import org.yilianti.rotation.directory.DirectoryManagement;

/** How much this service has heard, for those who wait for it. */
@RestController
class DirectoryController {

    private final DirectoryManagement directory;

    DirectoryController(DirectoryManagement directory) {
        this.directory = directory;
    }

    /** The counts are of the whole association, so a role for all of it is needed. */
    @GetMapping("/v1/directories/rotation")
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
    DirectoryCounts counts(Caller caller) {
        if (!caller.scope(Role.values()).all()) {
            throw Refusal.forbidden("access.institution", "*");
        }
        return directory.counts(caller.association());
    }
}
