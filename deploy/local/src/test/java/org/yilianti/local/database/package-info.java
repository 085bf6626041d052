/** Shows that the embedded database keeps what it confirmed and lets nobody in who should not. */
@NullMarked
package org.yilianti.local.database;

import org.jspecify.annotations.NullMarked;
