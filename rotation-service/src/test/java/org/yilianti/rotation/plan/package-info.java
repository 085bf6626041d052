/** Tests of plans. */
@NullMarked
package org.yilianti.rotation.plan;

import org.jspecify.annotations.NullMarked;
