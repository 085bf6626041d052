/**
 * Effective-dated facts: periods of days, closed at the start and open at the end.
 *
 * <p>A fact that changes over time has two axes: when it holds (valid) and when it was believed (recorded). Rows are never
 * overwritten: a correction closes the recorded axis of the old row and inserts a new one.
 */
@NullMarked
package org.yilianti.platform.time;

import org.jspecify.annotations.NullMarked;
