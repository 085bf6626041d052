/** Tests of feature fairness. */
@NullMarked
package org.yilianti.rotation.fairness;

import org.jspecify.annotations.NullMarked;
