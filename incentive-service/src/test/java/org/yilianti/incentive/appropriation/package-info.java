/** Tests of appropriations. */
@NullMarked
package org.yilianti.incentive.appropriation;

import org.jspecify.annotations.NullMarked;
