/**
 * Tests of how statements are told and printed.
 */
@NullMarked
package org.yilianti.incentive.payrun.web;

import org.jspecify.annotations.NullMarked;
