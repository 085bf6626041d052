/** Shows that the shared daemon leaves nothing behind and stands in nobody's way, however it ends. */
@NullMarked
package org.yilianti.local.shared;

import org.jspecify.annotations.NullMarked;
