/** Tests of feature notification. */
@NullMarked
package org.yilianti.rotation.notification;

import org.jspecify.annotations.NullMarked;
