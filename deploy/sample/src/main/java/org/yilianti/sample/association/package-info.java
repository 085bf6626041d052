/**
 * Makes the synthetic association: institutions, people, appointments and licences as the CSV lists that users import.
 *
 * <p>Invariants: the same settings give the same bytes on every machine (only {@link java.util.Random}, whose sequence is
 * specified, seeded per institution); one institution's people are in memory at a time, so a million staff need a small heap;
 * nobody described here exists: the area code 999999 and the telephone range 129 are not assigned to anyone.
 *
 * <p>Decisions: a size other than the sample's repeats the sample's pattern of institutions, one pattern for every 2,400 staff.
 * A few rows of every list are deliberately bad; each is listed with its line and the code that an importer must report.
 */
@NullMarked
package org.yilianti.sample.association;

import org.jspecify.annotations.NullMarked;
