package org.yilianti.rotation.benchmark;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.CoverDemand;
import org.yilianti.rotation.solver.Limits;
import org.yilianti.rotation.solver.Person;
import org.yilianti.rotation.solver.RosterProblem;
import org.yilianti.rotation.solver.ShiftType;
import org.yilianti.rotation.solver.Wish;

/**
 * OR-Tools CP-SAT on the same problem, to stand beside: one literal per person, day and content, the rules of the instances as linear
 * constraints and clauses, least numbers hard as their authors have them. Says nothing of rules that no instance has.
 */
final class CpSat {

    private final RosterProblem problem;
    private final CpModel model = new CpModel();
    private final LinearExprBuilder cost = LinearExpr.newBuilder();
    private final int days;
    private final List<ShiftType> types;
    private final Map<String, Integer> positions = new HashMap<>();
    /** By person, day and shift type; the last is for a free day. */
    private final BoolVar[][][] contents;

    private CpSat(RosterProblem problem) {
        this.problem = problem;
        days = problem.horizon().days();
        types = problem.shiftTypes();
        IntStream.range(0, types.size())
                .forEach(type -> positions.put(types.get(type).id(), type));
        contents = new BoolVar[problem.people().size()][days][types.size() + 1];
        for (BoolVar[][] row : contents) {
            for (BoolVar[] day : row) {
                Arrays.setAll(day, content -> model.newBoolVar(""));
                model.addExactlyOne(day);
            }
        }
        for (int person = 0; person < contents.length; person++) {
            obey(problem.people().get(person), contents[person]);
        }
        problem.demands().forEach(this::cover);
        model.minimize(cost);
    }

    /** A plan, and the bound that was proven of its cost. */
    record Plan(List<Assignment> assignments, OptionalLong bound) {}

    /** Empty when no plan was found in time. */
    static Optional<Plan> plan(RosterProblem problem, double seconds, int workers, long seed) {
        Loader.loadNativeLibraries();
        var asked = new CpSat(problem);
        var solver = new CpSolver();
        solver.getParameters()
                .setMaxTimeInSeconds(seconds)
                .setNumWorkers(workers)
                .setRandomSeed((int) seed);
        return switch (solver.solve(asked.model)) {
            case OPTIMAL, FEASIBLE -> Optional.of(new Plan(asked.assignments(solver), bound(solver)));
            case UNKNOWN -> Optional.empty();
            case INFEASIBLE, MODEL_INVALID, UNRECOGNIZED ->
                throw new IllegalStateException("said wrongly: " + asked.model.validate());
        };
    }

    /** Costs are whole numbers. */
    private static OptionalLong bound(CpSolver solver) {
        return OptionalLong.of((long) Math.ceil(solver.bestObjectiveBound() - 1e-6));
    }

    private List<Assignment> assignments(CpSolver solver) {
        var assignments = new ArrayList<Assignment>();
        for (int person = 0; person < contents.length; person++) {
            for (int day = 0; day < days; day++) {
                for (int type = 0; type < types.size(); type++) {
                    if (solver.booleanValue(contents[person][day][type])) {
                        String id = problem.people().get(person).id();
                        assignments.add(new Assignment(id, day, types.get(type).id()));
                    }
                }
            }
        }
        return assignments;
    }

    private void obey(Person person, BoolVar[][] row) {
        Limits limits = person.limits();
        var minutes = LinearExpr.newBuilder();
        for (int type = 0; type < types.size(); type++) {
            int shift = type;
            BoolVar[] all = Arrays.stream(row).map(day -> day[shift]).toArray(BoolVar[]::new);
            minutes.addTerm(LinearExpr.sum(all), types.get(type).minutes());
            model.addLessOrEqual(
                    LinearExpr.sum(all),
                    limits.dutiesPerType().getOrDefault(types.get(type).id(), days));
        }
        model.addLinearConstraint(minutes, limits.least().minutesInHorizon(), limits.minutesInHorizon());
        person.daysOff().forEach(day -> model.addBoolOr(new Literal[] {free(row, day)}));
        forbidSuccessions(row);
        limitRuns(limits, row);
        limitWeekends(limits.weekends(), row);
        person.wishes().forEach(wish -> grant(wish, row));
    }

    private static BoolVar free(BoolVar[][] row, int day) {
        return row[day][row[day].length - 1];
    }

    private void forbidSuccessions(BoolVar[][] row) {
        for (int day = 1; day < days; day++) {
            for (int type = 0; type < types.size(); type++) {
                for (String next : types.get(type).forbiddenNext()) {
                    model.addBoolOr(new Literal[] {row[day - 1][type].not(), row[day][positions.get(next)].not()});
                }
            }
        }
    }

    /** No run of duties too long; no run of duties or free days too short that begins and ends within the horizon. */
    private void limitRuns(Limits limits, BoolVar[][] row) {
        for (int day = 0; day + limits.consecutiveDays() < days; day++) {
            model.addBoolOr(IntStream.rangeClosed(day, day + limits.consecutiveDays())
                    .mapToObj(one -> free(row, one))
                    .toArray(Literal[]::new));
        }
        for (int length = 1; length < limits.least().consecutiveDays(); length++) {
            forbidRuns(row, length, false);
        }
        for (int length = 1; length < limits.least().consecutiveDaysOff(); length++) {
            forbidRuns(row, length, true);
        }
    }

    private void forbidRuns(BoolVar[][] row, int length, boolean off) {
        for (int before = 0; before + length + 1 < days; before++) {
            var clause = new Literal[length + 2];
            for (int i = 0; i < clause.length; i++) {
                boolean inside = i > 0 && i <= length;
                BoolVar free = free(row, before + i);
                clause[i] = inside == off ? free.not() : free;
            }
            model.addBoolOr(clause);
        }
    }

    private void limitWeekends(int most, BoolVar[][] row) {
        var worked = new ArrayList<Literal>();
        for (int saturday = 5; saturday < days; saturday += 7) {
            BoolVar weekend = model.newBoolVar("");
            model.addImplication(free(row, saturday).not(), weekend);
            if (saturday + 1 < days) {
                model.addImplication(free(row, saturday + 1).not(), weekend);
            }
            worked.add(weekend);
        }
        model.addLessOrEqual(LinearExpr.sum(worked.toArray(Literal[]::new)), most);
    }

    private void grant(Wish wish, BoolVar[][] row) {
        BoolVar matches = row[wish.day()][positions.get(wish.shiftType())];
        cost.addTerm(wish.wanted() ? matches.not() : matches, wish.weight());
    }

    private void cover(CoverDemand demand) {
        int type = positions.get(demand.shiftType());
        BoolVar[] heads =
                Arrays.stream(contents).map(row -> row[demand.day()][type]).toArray(BoolVar[]::new);
        IntVar missing = model.newIntVar(0, demand.desired(), "");
        IntVar surplus = model.newIntVar(0, contents.length, "");
        model.addEquality(
                LinearExpr.newBuilder().add(LinearExpr.sum(heads)).add(missing).addTerm(surplus, -1), demand.desired());
        cost.addTerm(missing, demand.weights().belowDesired());
        cost.addTerm(surplus, demand.weights().aboveDesired());
    }
}
