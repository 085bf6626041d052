/** Rewards and punishments over HTTP. */
@NullMarked
package org.yilianti.staff.reward.web;

import org.jspecify.annotations.NullMarked;
