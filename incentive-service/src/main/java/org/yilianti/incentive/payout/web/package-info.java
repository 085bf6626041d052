/**
 * Payees' accounts and pay files over HTTP, for those who answer for the money of the whole association.
 */
@NullMarked
package org.yilianti.incentive.payout.web;

import org.jspecify.annotations.NullMarked;
