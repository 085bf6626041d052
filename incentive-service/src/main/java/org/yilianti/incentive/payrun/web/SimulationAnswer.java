package org.yilianti.incentive.payrun.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payrun.PaySimulation;
import org.yilianti.incentive.payrun.PaySimulation.Difference;
import org.yilianti.incentive.payrun.SimulationReport;
import org.yilianti.incentive.payrun.SimulationReport.GroupDifference;
import org.yilianti.incentive.payrun.SimulationReport.Grouping;

/**
 * A simulation as callers see it, with what each group got and would have got.
 *
 * @param settings the simulated policy performance-pay as JSON; null when as the run had it
 */
record SimulationAnswer(
        UUID id,
        UUID runId,
        String name,
        @Nullable UUID schemeId,
        @Nullable UUID paySchemeId,
        @Nullable String settings,
        long poolFen,
        String createdBy,
        Instant createdAt,
        List<SimulatedGroupAnswer> institutions,
        List<SimulatedGroupAnswer> tiers,
        List<SimulatedGroupAnswer> titles) {

    /** A simulation in a list. */
    record SimulationSummary(UUID id, UUID runId, String name, long poolFen, String createdBy, Instant createdAt) {

        static SimulationSummary of(PaySimulation one) {
            return new SimulationSummary(
                    one.id(), one.run().value(), one.name(), one.pool().fen(), one.createdBy(), one.createdAt());
        }
    }

    /** A group: how many people, how many of them would gain and lose, and the sums. */
    record SimulatedGroupAnswer(
            String group,
            long people,
            long gaining,
            long losing,
            long actualFen,
            long simulatedFen,
            long differenceFen) {

        static SimulatedGroupAnswer of(GroupDifference one) {
            return new SimulatedGroupAnswer(
                    one.group(),
                    one.people(),
                    one.gaining(),
                    one.losing(),
                    one.actualFen(),
                    one.simulatedFen(),
                    one.simulatedFen() - one.actualFen());
        }
    }

    /** What a person would gain or lose at an institution. */
    record PersonDifference(
            String staffNo,
            String institutionCode,
            String title,
            String tier,
            long actualFen,
            long simulatedFen,
            long differenceFen) {

        static PersonDifference of(Difference one) {
            return new PersonDifference(
                    one.staffNo(),
                    one.institutionCode(),
                    one.title(),
                    one.tier(),
                    one.actual().fen(),
                    one.simulated().fen(),
                    one.change().fen());
        }
    }

    static SimulationAnswer of(PaySimulation one, SimulationReport report) {
        return new SimulationAnswer(
                one.id(),
                one.run().value(),
                one.name(),
                one.scheme() == null ? null : one.scheme().value(),
                one.payScheme() == null ? null : one.payScheme().value(),
                one.settings(),
                one.pool().fen(),
                one.createdBy(),
                one.createdAt(),
                groups(one, report, Grouping.INSTITUTION),
                groups(one, report, Grouping.TIER),
                groups(one, report, Grouping.TITLE));
    }

    private static List<SimulatedGroupAnswer> groups(PaySimulation one, SimulationReport report, Grouping by) {
        return report.groups(one.id(), by).stream()
                .map(SimulatedGroupAnswer::of)
                .toList();
    }
}
