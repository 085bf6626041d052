/**
 * Fairness of a run's pay over HTTP, as figures and as data for plots.
 */
@NullMarked
package org.yilianti.incentive.fairness.web;

import org.jspecify.annotations.NullMarked;
