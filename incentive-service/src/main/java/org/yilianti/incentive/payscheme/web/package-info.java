/**
 * Pay schemes over HTTP: draft, revise, publish, compare, export and import.
 */
@NullMarked
package org.yilianti.incentive.payscheme.web;

import org.jspecify.annotations.NullMarked;
