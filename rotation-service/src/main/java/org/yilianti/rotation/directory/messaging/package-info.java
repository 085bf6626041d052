/** Hears staff-service: one minimal view record per event, then one call. */
@NullMarked
package org.yilianti.rotation.directory.messaging;

import org.jspecify.annotations.NullMarked;
