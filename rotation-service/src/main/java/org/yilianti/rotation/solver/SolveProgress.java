package org.yilianti.rotation.solver;

import java.time.Duration;

/** A look at a running solve: moves tried so far, time since its start, and the best plan so far. */
public record SolveProgress(long steps, Duration elapsed, RosterPlan incumbent) {}
