package org.yilianti.rotation.solver;

/**
 * What the days before leave behind, as far as the rules about the order of duties can tell: the state of a person on the morning of
 * a day.
 *
 * @param last the kind of the last duty ({@link Trails#kinds}), or −1 when it can no longer matter
 * @param gap days since that duty began, 1 for yesterday; 0 without one
 * @param run days in a row with a duty up to yesterday, as far as a limit can tell them apart
 * @param runMissing days the present run still lacks to the least number
 * @param nights nights in a row up to yesterday
 * @param off days off in a row up to yesterday, as far as the least number can tell them apart
 */
record Trail(int last, int gap, int run, int runMissing, int nights, int off) {}
