package org.yilianti.rotation.solver;

/** How one (day, shift type) is covered and what the difference to its demand costs. */
public record CoverScore(int day, String shiftType, int assigned, int minimum, int desired, long cost) {}
