/** Repair over HTTP. */
@NullMarked
package org.yilianti.rotation.repair.web;

import org.jspecify.annotations.NullMarked;
