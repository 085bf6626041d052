package org.yilianti.incentive.directory;

/**
 * How much the directory knows now.
 *
 * @param serviceRecords lawful ones of the month that were not withdrawn
 * @param confirmedServiceRecords those of them that count for pay
 */
public record DirectoryCounts(long institutions, long members, long serviceRecords, long confirmedServiceRecords) {}
