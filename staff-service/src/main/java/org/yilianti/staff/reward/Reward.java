package org.yilianti.staff.reward;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A reward or punishment that stands.
 *
 * @param kind {@code reward} or {@code punishment}
 * @param measure what it led to, such as {@code commendation} or {@code warning}
 * @param basis for which result, such as {@code conduct} or {@code tenure}
 * @param about {@code person} or {@code institution}
 * @param effectiveOn its first day in the association
 */
public record Reward(UUID id, String kind, String measure, String basis, String about, LocalDate effectiveOn) {}
