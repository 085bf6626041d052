/** Feeds over HTTP: made and revoked by signed-in staff, read by whoever has the address. */
@NullMarked
package org.yilianti.rotation.feed.web;

import org.jspecify.annotations.NullMarked;
