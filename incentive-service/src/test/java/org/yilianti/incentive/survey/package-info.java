/**
 * Tests of surveys.
 */
@NullMarked
package org.yilianti.incentive.survey;

import org.jspecify.annotations.NullMarked;
