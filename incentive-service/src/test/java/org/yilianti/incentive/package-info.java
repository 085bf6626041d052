/**
 * Tests over the whole service: its modules, its rules of construction, its contracts.
 */
@NullMarked
package org.yilianti.incentive;

import org.jspecify.annotations.NullMarked;
