/** Rotations of months over HTTP. */
@NullMarked
package org.yilianti.rotation.programme.web;

import org.jspecify.annotations.NullMarked;
