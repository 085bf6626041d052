/**
 * Rules of construction, each shown to fail once.
 */
@NullMarked
package org.yilianti.incentive.architecture;

import org.jspecify.annotations.NullMarked;
