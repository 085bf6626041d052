package org.yilianti.rotation.roster;

/**
 * What somebody has to carry around a duty.
 *
 * @param minutesInWeek duties of the duty's week, Monday to Sunday
 * @param minutes duties of the four weeks around it
 * @param nights nights in these four weeks
 */
public record Workload(int minutesInWeek, int minutes, int nights) {}
