package org.yilianti.incentive.fairness.web;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.fairness.FairnessReport;
import org.yilianti.incentive.fairness.FairnessReport.Fairness;
import org.yilianti.incentive.fairness.FairnessReport.WorkloadPart;
import org.yilianti.incentive.fairness.Spread;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.incentive.payrun.PayRuns;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;

/** Shows how fairly a run pays, to those who answer for the whole association. */
@RestController
class FairnessController {

    private final FairnessReport report;
    private final PayRuns runs;

    FairnessController(FairnessReport report, PayRuns runs) {
        this.report = report;
        this.runs = runs;
    }

    @GetMapping("/v1/pay-runs/{id}/fairness")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    FairnessAnswer fairness(@PathVariable UUID id, Caller caller) {
        caller.require("*", Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR);
        return FairnessAnswer.of(report.of(runs.get(caller.association(), new PayRunId(id))));
    }

    /** How all runs of a month pay together, such as those of a basic and a reward pool. */
    @GetMapping("/v1/pay-fairness")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    FairnessAnswer ofMonth(@RequestParam YearMonth month, Caller caller) {
        caller.require("*", Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR);
        return FairnessAnswer.of(report.of(caller.association(), month));
    }

    /** A group and its spread; gini is a decimal from 0 to 1, with bands of 0.3 fair, 0.4 acceptable, 0.6 extreme. */
    record PaySpread(
            String group,
            int people,
            long totalFen,
            long meanFen,
            long p10Fen,
            long medianFen,
            long p90Fen,
            String gini,
            long fenPerHour) {

        static PaySpread of(String group, Spread one) {
            return new PaySpread(
                    group,
                    one.people(),
                    one.totalFen(),
                    one.meanFen(),
                    one.p10Fen(),
                    one.medianFen(),
                    one.p90Fen(),
                    one.gini().toPlainString(),
                    one.fenPerHour());
        }

        static List<PaySpread> of(Map<String, Spread> groups) {
            return groups.entrySet().stream()
                    .map(one -> of(one.getKey(), one.getValue()))
                    .toList();
        }
    }

    /** People of similar workload, from least to most. */
    record WorkloadAnswer(int people, long meanMinutes, long meanFen) {

        static WorkloadAnswer of(WorkloadPart one) {
            return new WorkloadAnswer(one.people(), one.meanMinutes(), one.meanFen());
        }
    }

    /**
     * How fairly a run pays.
     *
     * @param lorenz share of all pay that the poorest 0, 10, …, 100 per cent get; decimals
     * @param correlation of minutes served and pay, −1 to 1; a decimal
     */
    record FairnessAnswer(
            PaySpread all,
            List<PaySpread> byTier,
            List<PaySpread> byInstitution,
            List<PaySpread> byTitle,
            List<PaySpread> bySex,
            List<String> lorenz,
            String correlation,
            List<WorkloadAnswer> byWorkload) {

        static FairnessAnswer of(Fairness one) {
            return new FairnessAnswer(
                    PaySpread.of("all", one.all()),
                    PaySpread.of(one.byTier()),
                    PaySpread.of(one.byInstitution()),
                    PaySpread.of(one.byTitle()),
                    PaySpread.of(one.bySex()),
                    one.lorenz().stream().map(BigDecimal::toPlainString).toList(),
                    one.correlation().toPlainString(),
                    one.byWorkload().stream().map(WorkloadAnswer::of).toList());
        }
    }
}
