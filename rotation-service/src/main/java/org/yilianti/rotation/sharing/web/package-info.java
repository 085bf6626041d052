/** Shared sessions over HTTP. */
@NullMarked
package org.yilianti.rotation.sharing.web;

import org.jspecify.annotations.NullMarked;
