/**
 * Pay pools over HTTP.
 */
@NullMarked
package org.yilianti.incentive.fund.web;

import org.jspecify.annotations.NullMarked;
