package org.yilianti.incentive.evaluation;

import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.scheme.DataSource;

/**
 * A value as it was taken.
 *
 * @param origin how it came about; null for what was entered before that was asked
 */
public record EnteredMeasure(Measure measure, @Nullable DataSource origin) {}
