/**
 * Pay runs and statements over HTTP: the decisions about a run, and every amount explained down to its records.
 */
@NullMarked
package org.yilianti.incentive.payrun.web;

import org.jspecify.annotations.NullMarked;
