package org.yilianti.rotation.solver;

/** A hard rule broken by one assignment of a plan, with a sentence that names the values. */
public record Violation(Rule rule, Assignment assignment, String reason) {}
