/** Hears staff-service of leaves of absence. */
@NullMarked
package org.yilianti.rotation.leave.messaging;

import org.jspecify.annotations.NullMarked;
