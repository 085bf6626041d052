/**
 * What the directory hears: own minimal views of the events of staff and rotation, then one call per batch.
 */
@NullMarked
package org.yilianti.incentive.directory.messaging;

import org.jspecify.annotations.NullMarked;
