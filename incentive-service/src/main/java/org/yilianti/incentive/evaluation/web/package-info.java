/**
 * Evaluations over HTTP: open, enter measures and quality, close, read with every score explained.
 */
@NullMarked
package org.yilianti.incentive.evaluation.web;

import org.jspecify.annotations.NullMarked;
