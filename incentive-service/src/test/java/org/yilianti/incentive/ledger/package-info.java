/**
 * Tests of the ledger.
 */
@NullMarked
package org.yilianti.incentive.ledger;

import org.jspecify.annotations.NullMarked;
