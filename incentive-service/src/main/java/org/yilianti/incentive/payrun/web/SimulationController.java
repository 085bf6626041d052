package org.yilianti.incentive.payrun.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.incentive.payrun.PaySimulation;
import org.yilianti.incentive.payrun.PaySimulations;
import org.yilianti.incentive.payrun.SimulationManagement;
import org.yilianti.incentive.payrun.SimulationReport;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** What runs would have given under other rules, for those who answer for the whole association. */
@RestController
class SimulationController {

    private final SimulationManagement management;
    private final PaySimulations simulations;
    private final SimulationReport report;

    SimulationController(SimulationManagement management, PaySimulations simulations, SimulationReport report) {
        this.management = management;
        this.simulations = simulations;
        this.report = report;
    }

    @PostMapping("/v1/pay-runs/{id}/simulations")
    @Requires(Role.PAYROLL_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SimulationAnswer> simulate(
            @PathVariable UUID id, @Valid @RequestBody SimulationRequest request, Caller caller) {
        PaySimulation simulation = management.simulate(caller, new PayRunId(id), request.name(), request.toRules());
        return ResponseEntity.created(URI.create("/v1/pay-simulations/" + simulation.id()))
                .body(SimulationAnswer.of(simulation, report));
    }

    @GetMapping("/v1/pay-runs/{id}/simulations")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<SimulationAnswer.SimulationSummary> list(@PathVariable UUID id, PageRequest page, Caller caller) {
        requireWholeAssociation(caller);
        return Page.of(
                        simulations.ofRun(caller.association(), new PayRunId(id), page),
                        page,
                        one -> Cursor.of(one.id()))
                .map(SimulationAnswer.SimulationSummary::of);
    }

    @GetMapping("/v1/pay-simulations/{id}")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    SimulationAnswer read(@PathVariable UUID id, Caller caller) {
        requireWholeAssociation(caller);
        return SimulationAnswer.of(simulations.get(caller.association(), id), report);
    }

    /** People at institutions, whoever would lose most first. */
    @GetMapping("/v1/pay-simulations/{id}/differences")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<SimulationAnswer.PersonDifference> differences(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String institutionCode,
            @RequestParam(required = false) @Nullable String title,
            PageRequest page,
            Caller caller) {
        requireWholeAssociation(caller);
        UUID simulation = simulations.get(caller.association(), id).id();
        return Page.of(
                        report.differences(simulation, institutionCode, title, page),
                        page,
                        one -> Cursor.of(one.change().fen(), one.staffNo(), one.institutionCode()))
                .map(SimulationAnswer.PersonDifference::of);
    }

    private static void requireWholeAssociation(Caller caller) {
        caller.require("*", Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR);
    }
}
