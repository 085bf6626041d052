/** Notifications over HTTP. */
@NullMarked
package org.yilianti.rotation.notification.web;

import org.jspecify.annotations.NullMarked;
