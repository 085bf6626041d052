/**
 * Verification samples over HTTP.
 */
@NullMarked
package org.yilianti.incentive.verification.web;

import org.jspecify.annotations.NullMarked;
