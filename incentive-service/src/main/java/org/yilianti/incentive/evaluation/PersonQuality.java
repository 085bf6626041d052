package org.yilianti.incentive.evaluation;

import java.math.BigDecimal;

/**
 * The quality of a person's work in the month.
 *
 * @param quality factor on the person's points, 0 to 2; 1 is what is expected
 */
public record PersonQuality(String staffNo, BigDecimal quality) {}
