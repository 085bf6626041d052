/** What is heard of rewards and punishments from other services. */
@NullMarked
package org.yilianti.staff.reward.messaging;

import org.jspecify.annotations.NullMarked;
