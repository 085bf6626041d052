/** Shows that the shared infrastructure is real, separated by schema, and ends with its last client. */
@NullMarked
package org.yilianti.local;

import org.jspecify.annotations.NullMarked;
