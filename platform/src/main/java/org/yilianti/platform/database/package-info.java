/**
 * Start-up of a service's schema: the platform's tables first, then the service's own.
 */
@NullMarked
package org.yilianti.platform.database;

import org.jspecify.annotations.NullMarked;
