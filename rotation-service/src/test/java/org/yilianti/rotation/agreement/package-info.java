/** Tests of feature agreement. */
@NullMarked
package org.yilianti.rotation.agreement;

import org.jspecify.annotations.NullMarked;
