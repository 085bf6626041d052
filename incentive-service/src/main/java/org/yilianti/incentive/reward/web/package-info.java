/**
 * Rewards and punishments over HTTP: proposed, decided and read for the institutions of a grant, one's own read and objected to.
 */
@NullMarked
package org.yilianti.incentive.reward.web;

import org.jspecify.annotations.NullMarked;
