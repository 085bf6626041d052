/** Tests of alerts. */
@NullMarked
package org.yilianti.staff.alert;

import org.jspecify.annotations.NullMarked;
