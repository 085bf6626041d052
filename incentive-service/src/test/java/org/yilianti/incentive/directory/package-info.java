/**
 * Tests of what the directory hears and tells.
 */
@NullMarked
package org.yilianti.incentive.directory;

import org.jspecify.annotations.NullMarked;
