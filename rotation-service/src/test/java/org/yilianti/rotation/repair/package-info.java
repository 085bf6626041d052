/** Tests of feature repair. */
@NullMarked
package org.yilianti.rotation.repair;

import org.jspecify.annotations.NullMarked;
