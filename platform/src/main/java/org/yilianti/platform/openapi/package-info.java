/**
 * The API document of a service: every endpoint says which roles it needs and which headers it expects.
 */
@NullMarked
package org.yilianti.platform.openapi;

import org.jspecify.annotations.NullMarked;
