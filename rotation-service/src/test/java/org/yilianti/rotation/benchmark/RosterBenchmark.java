package org.yilianti.rotation.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.Cancellation;
import org.yilianti.rotation.solver.ProgressListener;
import org.yilianti.rotation.solver.RosterEngine;
import org.yilianti.rotation.solver.RosterPlan;
import org.yilianti.rotation.solver.RosterProblem;
import org.yilianti.rotation.solver.RosterScorer;
import org.yilianti.rotation.solver.Rule;
import org.yilianti.rotation.solver.SolveBudget;
import org.yilianti.rotation.solver.SolveProgress;

/** Solves the instances of a directory and prints what was reached; ends with a line of JSON. Started by {@code deploy/bench/roster}. */
final class RosterBenchmark {

    private static final String ROW = "%-12s %10s %10s %8s %10s %7s %8s %11s%n";

    private final Options options;
    private final BestKnown best;
    private final List<Result> results = new ArrayList<>();
    private final List<Result> besides = new ArrayList<>();

    private RosterBenchmark(Options options) throws IOException {
        this.options = options;
        best = BestKnown.in(options.directory());
    }

    /** What one instance came to; {@code violations} are those the evaluator found. */
    record Result(String instance, long cost, OptionalLong best, OptionalLong bound, int violations) {

        double ratio() {
            return best.isEmpty() ? Double.NaN : Math.max(1, cost) / (double) Math.max(1, best.getAsLong());
        }
    }

    public static void main(String[] arguments) throws IOException {
        var benchmark = new RosterBenchmark(Options.of(arguments));
        System.out.printf(ROW, "instance", "cost", "best", "ratio", "bound", "seconds", "CPU s", "violations");
        for (Path file : benchmark.options.files()) {
            benchmark.run(file);
        }
        System.out.println(benchmark.json());
    }

    private void run(Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        var instance = InstanceFile.read(file);
        var problem = InstanceProblem.of(instance);
        long begun = System.nanoTime();
        long cpu = cpuNanos();
        var budget = SolveBudget.ofTime(Duration.ofMillis((long) (options.seconds() * 1_000)), options.seed())
                .withThreads(options.workers());
        ProgressListener listener = options.verbose() ? RosterBenchmark::show : ProgressListener.none();
        var plan = RosterEngine.standard().solve(problem, budget, listener, Cancellation.never());
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpuSeconds = (cpuNanos() - cpu) / 1e9;
        var verdict = PlainEvaluator.judge(instance, asText(problem, plan.assignments()));
        compare(name, problem, plan, verdict);
        var result = new Result(
                name,
                verdict.cost(),
                best.of(name),
                plan.bound(),
                verdict.violations().size());
        results.add(result);
        print(name, result, seconds, cpuSeconds);
        if (options.cpSat()) {
            runCpSat(name, instance, problem);
        }
    }

    /** The same work for another solver, with the same time and threads. */
    private void runCpSat(String name, InstanceFile instance, RosterProblem problem) {
        long begun = System.nanoTime();
        long cpu = cpuNanos();
        var found = CpSat.plan(problem, options.seconds(), options.workers(), options.seed());
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpuSeconds = (cpuNanos() - cpu) / 1e9;
        if (found.isEmpty()) {
            System.out.printf(
                    ROW, "  CP-SAT", "none", text(best.of(name)), "-", "-", tenths(seconds), tenths(cpuSeconds), "-");
            return;
        }
        var plan = found.get();
        var verdict = PlainEvaluator.judge(instance, asText(problem, plan.assignments()));
        var result = new Result(
                name,
                verdict.cost(),
                best.of(name),
                plan.bound(),
                verdict.violations().size());
        besides.add(result);
        print("  CP-SAT", result, seconds, cpuSeconds);
    }

    private static void print(String name, Result result, double seconds, double cpuSeconds) {
        System.out.printf(
                ROW,
                name,
                result.cost(),
                text(result.best()),
                result.best().isEmpty() ? "-" : String.format(Locale.ROOT, "%.4f", result.ratio()),
                text(result.bound()),
                tenths(seconds),
                tenths(cpuSeconds),
                result.violations());
    }

    private static String tenths(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static void show(SolveProgress progress) {
        System.out.printf(
                Locale.ROOT,
                "  %7.1f s %12d steps  cost %d  bound %s%n",
                progress.elapsed().toMillis() / 1e3,
                progress.steps(),
                progress.incumbent().cost(),
                text(progress.incumbent().bound()));
    }

    /** Fails loudly where product and evaluator disagree: on the cost, or on whether the roster keeps every rule. */
    private static void compare(String name, RosterProblem problem, RosterPlan plan, PlainEvaluator.Verdict verdict) {
        var score = new RosterScorer().score(problem, plan.assignments());
        long least = List.of(Rule.LEAST_HOURS, Rule.LEAST_CONSECUTIVE_DAYS, Rule.LEAST_CONSECUTIVE_DAYS_OFF).stream()
                .mapToLong(rule -> score.byRule().getOrDefault(rule, 0L))
                .sum();
        boolean kept = score.feasible() && least == 0;
        if (score.total() != plan.cost()
                || score.total() - least != verdict.cost()
                || kept != verdict.violations().isEmpty()) {
            throw new IllegalStateException(name + ": engine " + plan.cost() + ", scorer " + score.total()
                    + " of which " + least + " for least numbers, " + score.violations() + "; evaluator " + verdict);
        }
        verdict.violations().stream().limit(5).forEach(violation -> System.out.println("  " + violation));
    }

    private static Map<String, String[]> asText(RosterProblem problem, List<Assignment> plan) {
        var roster = new TreeMap<String, String[]>();
        problem.people().forEach(person -> {
            var days = new String[problem.horizon().days()];
            Arrays.fill(days, "");
            roster.put(person.id(), days);
        });
        for (Assignment duty : plan) {
            roster.get(duty.person())[duty.day()] = duty.shiftType();
        }
        return roster;
    }

    /** The geometric mean of the ratios of instances whose best known cost is known; violations count, they are not averaged away. */
    private String json() {
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"roster\",%s,\"seconds\":%s,\"workers\":%d,\"seed\":%d%s}",
                json(results),
                options.seconds(),
                options.workers(),
                options.seed(),
                options.cpSat() ? ",\"cpSat\":{" + json(besides) + "}" : "");
    }

    private static String json(List<Result> results) {
        double logs = results.stream()
                .filter(result -> result.best().isPresent())
                .mapToDouble(result -> Math.log(result.ratio()))
                .average()
                .orElse(Double.NaN);
        int violations = results.stream().mapToInt(Result::violations).sum();
        String costs = results.stream()
                .sorted(Comparator.comparing(Result::instance))
                .map(result -> "\"" + result.instance() + "\":" + result.cost())
                .collect(Collectors.joining(","));
        return String.format(
                Locale.ROOT,
                "\"ratio\":%s,\"violations\":%d,\"costs\":{%s}",
                Double.isNaN(logs) ? "null" : String.format(Locale.ROOT, "%.5f", Math.exp(logs)),
                violations,
                costs);
    }

    private static String text(OptionalLong number) {
        return number.isEmpty() ? "-" : String.valueOf(number.getAsLong());
    }

    /** CPU time of the whole process: on a shared machine a better measure of work than the clock. */
    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
