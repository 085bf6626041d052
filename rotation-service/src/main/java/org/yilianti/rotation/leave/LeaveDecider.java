package org.yilianti.rotation.leave;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a step and when.
 *
 * @param staffNo the actor as a member of staff; null when none
 */
record LeaveDecider(String actor, @Nullable String staffNo, Instant at) {}
