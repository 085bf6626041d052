package org.yilianti.rotation.solver;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The linear program that mixes columns: each open line is a mixture of its columns, and what the mixtures leave of the cover is paid for.
 * Solved by GLOP of OR-Tools, where {@link LinearSolver#isAvailable()}; native memory is freed by {@link #close}.
 */
final class Master implements AutoCloseable {

    /** What a line costs for which no column is taken: more than any line. */
    private static final double NO_COLUMN = 1e6;
    /**
     * Without preprocessing it goes on from the last basis: by the primal simplex after new columns, by the dual one after new bounds. A
     * limit against endless pivoting, which was met, is a count, so that the same problem ends the same way.
     */
    private static final String PRIMAL =
            "use_preprocessing: false use_dual_simplex: false max_number_of_iterations: 20000";

    private static final String DUAL =
            "use_preprocessing: false use_dual_simplex: true max_number_of_iterations: 20000";

    private final int days;
    private final int types;
    private final MPSolver solver;
    /** Null for a line that is not open. */
    private final @Nullable MPConstraint[] lines;

    private final @Nullable MPVariable[] none;
    private final MPConstraint[] slots;
    private final double[] worth;
    /** What a line may cost at most, its duties paid at their worth, to be of use. */
    private final double[] mostCost;

    private double[] share = new double[0];
    private double[] excess = new double[0];
    private double cost;
    private final List<Column> columns = new ArrayList<>();
    private final List<MPVariable> shares = new ArrayList<>();
    private final BitSet leftOut = new BitSet();
    private boolean narrowed;
    private long pivots;

    /**
     * @param open whether a line is still to be mixed
     * @param demand per slot of the window what is wanted
     * @param heads per slot of the window who is there already
     */
    Master(boolean[] open, CoverDemand[] demand, int[] heads, int types) {
        if (!LinearSolver.isAvailable()) {
            throw new IllegalStateException("the library of linear programs could not be loaded");
        }
        this.types = types;
        days = demand.length / types;
        solver = MPSolver.createSolver("GLOP");
        solver.objective().setMinimization();
        lines = new MPConstraint[open.length];
        none = new MPVariable[open.length];
        slots = new MPConstraint[demand.length];
        worth = new double[demand.length];
        mostCost = new double[open.length];
        for (int line = 0; line < lines.length; line++) {
            if (open[line]) {
                lines[line] = solver.makeConstraint(1, 1);
                none[line] = price(1, NO_COLUMN, lines[line], 1);
            }
        }
        for (int slot = 0; slot < slots.length; slot++) {
            cover(slot, demand[slot], heads[slot]);
        }
    }

    private void cover(int slot, CoverDemand demand, int heads) {
        int minimum = Math.max(0, demand.minimum() - heads);
        int desired = Math.max(0, demand.desired() - heads);
        var weights = demand.weights();
        slots[slot] = solver.makeConstraint(desired, desired);
        price((double) desired - minimum, weights.belowDesired(), slots[slot], 1);
        price(minimum, (double) weights.belowDesired() + weights.belowMinimum(), slots[slot], 1);
        price(MPSolver.infinity(), weights.aboveDesired(), slots[slot], -1);
    }

    private @Nullable MPVariable price(double most, double cost, MPConstraint constraint, int coefficient) {
        if (most <= 0) {
            return null;
        }
        var amount = solver.makeNumVar(0, most, "");
        solver.objective().setCoefficient(amount, cost);
        constraint.setCoefficient(amount, coefficient);
        return amount;
    }

    void add(Column column) {
        var share = solver.makeNumVar(0, MPSolver.infinity(), "");
        solver.objective().setCoefficient(share, (double) column.cost());
        lines[column.line()].setCoefficient(share, 1);
        for (int day = 0; day < days; day++) {
            if (column.content()[day] != Model.FREE) {
                slots[day * types + column.content()[day]].setCoefficient(share, 1);
            }
        }
        columns.add(column);
        shares.add(share);
    }

    /** Takes a column out of the mixture for good. */
    void leaveOut(int index) {
        shares.get(index).setUb(0);
        leftOut.set(index);
        narrowed = true;
    }

    /** Leaves a line none but this column. */
    void choose(int index) {
        int line = columns.get(index).line();
        var empty = none[line];
        if (empty != null) {
            empty.setUb(0);
        }
        for (int other = 0; other < columns.size(); other++) {
            if (other != index && columns.get(other).line() == line) {
                leaveOut(other);
            }
        }
        narrowed = true;
    }

    boolean isLeftOut(int index) {
        return leftOut.get(index);
    }

    /** Whether the optimum was found. Columns that are new since bounds were narrowed would cost a start from nothing. */
    boolean solve() {
        solver.setSolverSpecificParametersAsString(narrowed ? DUAL : PRIMAL);
        narrowed = false;
        boolean found = solver.solve() == MPSolver.ResultStatus.OPTIMAL;
        pivots += solver.iterations();
        if (found) {
            read();
        }
        return found;
    }

    /** Values are asked for now: the solver forgets them with the next column. */
    private void read() {
        cost = solver.objective().value();
        for (int slot = 0; slot < slots.length; slot++) {
            worth[slot] = slots[slot].dualValue();
        }
        for (int line = 0; line < lines.length; line++) {
            mostCost[line] = lines[line] == null ? 0 : lines[line].dualValue();
        }
        share = shares.stream().mapToDouble(MPVariable::solutionValue).toArray();
        excess = shares.stream().mapToDouble(MPVariable::reducedCost).toArray();
    }

    /** The cost of open lines and of what is missing or too much after them, as last solved. */
    double cost() {
        return cost;
    }

    /** What one more head in a slot would save. */
    double worth(int slot) {
        return worth[slot];
    }

    /** What a column of an open line costs beyond what the mixture could use; below 0 it makes the mixture better. */
    double excess(Column column) {
        double excess = column.cost() - mostCost[column.line()];
        for (int day = 0; day < days; day++) {
            int type = column.content()[day];
            excess -= type == Model.FREE ? 0 : worth[day * types + type];
        }
        return excess;
    }

    /** How many columns were mixed when it was last solved. */
    int mixed() {
        return share.length;
    }

    /** How many columns there are, those left out as well. */
    int size() {
        return columns.size();
    }

    /** How many columns may be mixed. */
    int live() {
        return columns.size() - leftOut.cardinality();
    }

    Column column(int index) {
        return columns.get(index);
    }

    /** How much of a column is in the mixture. */
    double share(int index) {
        return share[index];
    }

    /** What a column costs more than the mixture can use. */
    double excess(int index) {
        return excess[index];
    }

    /** Work done so far: pivots, each as much as the program is large. */
    long work() {
        return pivots * (slots.length + lines.length + columns.size());
    }

    @Override
    public void close() {
        solver.delete();
    }
}
