/**
 * Code as it must not be: each type here breaks one rule of construction.
 */
@NullMarked
package org.yilianti.incentive.architecture.violating;

import org.jspecify.annotations.NullMarked;
