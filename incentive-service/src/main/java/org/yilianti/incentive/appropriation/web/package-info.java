/**
 * Appropriations, their allotments and their use over HTTP.
 */
@NullMarked
package org.yilianti.incentive.appropriation.web;

import org.jspecify.annotations.NullMarked;
