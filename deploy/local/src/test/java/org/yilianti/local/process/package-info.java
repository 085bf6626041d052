/** Shows how child processes are started and ended. */
@NullMarked
package org.yilianti.local.process;

import org.jspecify.annotations.NullMarked;
