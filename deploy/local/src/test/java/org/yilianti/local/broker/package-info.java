/** Shows that the embedded broker keeps what it acknowledged. */
@NullMarked
package org.yilianti.local.broker;

import org.jspecify.annotations.NullMarked;
