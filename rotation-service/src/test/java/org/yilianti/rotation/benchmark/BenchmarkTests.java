package org.yilianti.rotation.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.Cancellation;
import org.yilianti.rotation.solver.ProgressListener;
import org.yilianti.rotation.solver.RosterEngine;
import org.yilianti.rotation.solver.RosterScorer;
import org.yilianti.rotation.solver.Rule;
import org.yilianti.rotation.solver.SolveBudget;

/** The benchmark's reader and its second judge, on a small instance made by hand (M7, M8). */
class BenchmarkTests {

    private static final String TWO_NURSES = """
            # Two nurses, one week, early and late
            SECTION_HORIZON
            # days
            7

            SECTION_SHIFTS
            e,480,
            l,600,e

            SECTION_STAFF
            # ID, MaxShifts, MaxTotalMinutes, MinTotalMinutes, MaxConsecutive, MinConsecutive, MinDaysOff, MaxWeekends
            ann,e=5|l=1,2400,1440,4,2,2,1
            bo,e=0|l=4,2400,600,3,1,1,0

            SECTION_DAYS_OFF
            ann,3,4

            SECTION_SHIFT_ON_REQUESTS
            ann,0,e,3

            SECTION_SHIFT_OFF_REQUESTS
            bo,1,l,2

            SECTION_COVER
            0,e,1,100,1
            1,l,1,100,5
            """;

    @TempDir
    private Path directory;

    private InstanceFile instance = new InstanceFile(Map.of());

    @BeforeEach
    void read() throws IOException {
        var file = directory.resolve("Hand1.txt");
        Files.writeString(file, TWO_NURSES);
        instance = InstanceFile.read(file);
    }

    private static Map<String, String[]> roster(String ann, String bo) {
        return Map.of("ann", days(ann), "bo", days(bo));
    }

    private static String[] days(String row) {
        return row.chars()
                .mapToObj(day -> day == '.' ? "" : Character.toString(day))
                .toArray(String[]::new);
    }

    private PlainEvaluator.Verdict judge(String ann, String bo) {
        return PlainEvaluator.judge(instance, roster(ann, bo));
    }

    @Test
    void theInstanceIsSaidInTheProductsWords() {
        var problem = InstanceProblem.of(instance);
        var limits = problem.people().getFirst().limits();

        assertThat(problem.horizon().days()).isEqualTo(7);
        assertThat(problem.horizon().start().getDayOfWeek().getValue()).isEqualTo(1);
        assertThat(problem.shiftTypes().getLast().forbiddenNext()).containsExactly("e");
        assertThat(limits.dutiesPerType()).isEqualTo(Map.of("e", 5, "l", 1));
        assertThat(limits.minutesInHorizon()).isEqualTo(2_400);
        assertThat(limits.least().minutesInHorizon()).isEqualTo(1_440);
        assertThat(problem.people().getFirst().daysOff()).containsExactlyInAnyOrder(3, 4);
        assertThat(problem.demands()).hasSize(14);
    }

    @Test
    void aLawfulRosterCostsItsRequestsAndCover() {
        var verdict = judge(".ee..ee", ".l.l...");

        assertThat(verdict.violations()).isEmpty();
        // ann's early on day 0 is refused (3), bo works the late asked off (2), nobody is early on day 0 (100).
        assertThat(verdict.cost()).isEqualTo(105);
    }

    @Test
    void everyBrokenRuleIsNamed() {
        assertThat(judge("eeeee..", "l......").violations())
                .containsExactlyInAnyOrder(
                        "ann: 5 duties from day 0", "ann: works on day off 3", "ann: works on day off 4");
        assertThat(judge("le...ll", "e......").violations())
                .containsExactlyInAnyOrder(
                        "ann: e must not follow on day 1",
                        "ann: more than l=1",
                        "bo: more than e=0",
                        "bo: 480 minutes, at least 600");
        assertThat(judge("ee.ee..", "llll..l").violations())
                .contains(
                        "ann: 1 days off from day 2",
                        "bo: 4 duties from day 0",
                        "bo: more than l=4",
                        "bo: 1 weekends, at most 0",
                        "bo: 3000 minutes, at most 2400");
        assertThat(judge(".e..e..", "..l....").violations())
                .contains("ann: 1 duties from day 1", "ann: 960 minutes, at least 1440");
    }

    @Test
    void productAndEvaluatorAgreeOnWhatTheEnginePlans() {
        var problem = InstanceProblem.of(instance);
        var plan = RosterEngine.standard()
                .solve(problem, SolveBudget.ofSteps(5_000, 1), ProgressListener.none(), Cancellation.never());
        var roster = new TreeMap<String, String[]>(roster(".......", "......."));
        for (Assignment duty : plan.assignments()) {
            roster.get(duty.person())[duty.day()] = duty.shiftType();
        }
        var verdict = PlainEvaluator.judge(instance, roster);

        assertThat(verdict.violations()).isEmpty();
        assertThat(plan.cost()).isEqualTo(verdict.cost()).isEqualTo(0);
    }

    @Test
    void theSolverBesideKeepsTheSameRulesAndFindsTheSameOptimum() {
        var problem = InstanceProblem.of(instance);
        var plan = CpSat.plan(problem, 60, 1, 1).orElseThrow();
        var roster = new TreeMap<String, String[]>(roster(".......", "......."));
        for (Assignment duty : plan.assignments()) {
            roster.get(duty.person())[duty.day()] = duty.shiftType();
        }
        var verdict = PlainEvaluator.judge(instance, roster);

        assertThat(verdict.violations()).isEmpty();
        assertThat(plan.bound()).hasValue(verdict.cost()).hasValue(0);
    }

    @Test
    void scorerAndEvaluatorAgreeOnBadRostersToo() {
        var problem = InstanceProblem.of(instance);
        for (List<String> rows : List.of(List.of("ee.ee..", "lll...."), List.of(".......", "l.l...."))) {
            var plan = new ArrayList<Assignment>();
            for (int day = 0; day < 7; day++) {
                add(plan, "ann", day, rows.getFirst());
                add(plan, "bo", day, rows.getLast());
            }
            var score = new RosterScorer().score(problem, plan);
            var verdict = judge(rows.getFirst(), rows.getLast());
            long least = score.byRule().get(Rule.LEAST_HOURS)
                    + score.byRule().get(Rule.LEAST_CONSECUTIVE_DAYS)
                    + score.byRule().get(Rule.LEAST_CONSECUTIVE_DAYS_OFF);

            assertThat(score.total() - least).isEqualTo(verdict.cost());
            assertThat(score.feasible() && least == 0)
                    .isEqualTo(verdict.violations().isEmpty())
                    .isFalse();
        }
    }

    private static void add(List<Assignment> plan, String person, int day, String row) {
        if (row.charAt(day) != '.') {
            plan.add(new Assignment(person, day, row.substring(day, day + 1)));
        }
    }

    @Test
    void bestKnownCostsAreReadFromATable() throws IOException {
        Files.writeString(
                directory.resolve("BEST.md"),
                "| instance | size | best | EC |\n|---|---|---|---|\n| 7 | 28 | 41 | 50 |\n");

        assertThat(BestKnown.in(directory).of("Instance7")).hasValue(41);
        assertThat(BestKnown.in(directory).of("Instance8")).isEmpty();
        assertThat(BestKnown.in(directory.resolve("none")).of("Instance7")).isEmpty();
    }

    @Test
    void theCommandLineSaysWhatItDoesNotUnderstand() throws IOException {
        Files.createFile(directory.resolve("Hand3.txt"));
        var options = Options.of(new String[] {directory.toString(), "--only", "Hand1", "--seconds", "2.5"});

        assertThat(options.seconds()).isEqualTo(2.5);
        assertThat(options.files()).extracting(Path::getFileName).containsExactly(Path.of("Hand1.txt"));
        assertThatThrownBy(Options.of(new String[] {directory.toString(), "--only", "Hand1,Hand2"})::files)
                .hasMessageContaining("Hand2.txt");
        assertThatThrownBy(() -> Options.of(new String[] {directory.toString(), "--second", "2"}))
                .hasMessageContaining("second");
    }
}
