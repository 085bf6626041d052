package org.yilianti.broken.solver;

import org.springframework.stereotype.Component;

/** A computation that wants to be a bean. */
@Component
public class ClockedSolver {}
