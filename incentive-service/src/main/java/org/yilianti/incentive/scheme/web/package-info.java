/**
 * Indicator schemes over HTTP: draft, revise, publish, read.
 */
@NullMarked
package org.yilianti.incentive.scheme.web;

import org.jspecify.annotations.NullMarked;
