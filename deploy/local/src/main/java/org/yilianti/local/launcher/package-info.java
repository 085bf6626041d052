/**
 * The program behind {@code deploy/up}: options, progress, the sample month at the first start, the summary, and staying
 * until Ctrl-C.
 *
 * <p>Whatever goes wrong is told in one line that says what and what next, with a non-zero exit and nothing left running.
 */
@NullMarked
package org.yilianti.local.launcher;

import org.jspecify.annotations.NullMarked;
