package org.yilianti.incentive.scheme;

import java.math.BigDecimal;

/**
 * A step of a banded indicator.
 *
 * @param from the least value of the band
 * @param score what every value of it earns, 0 to 1
 */
public record Band(BigDecimal from, BigDecimal score) {}
