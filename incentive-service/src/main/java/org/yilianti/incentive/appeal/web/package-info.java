/**
 * Appeals over HTTP: lodged and withdrawn by staff, read and decided for the institutions of a grant.
 */
@NullMarked
package org.yilianti.incentive.appeal.web;

import org.jspecify.annotations.NullMarked;
