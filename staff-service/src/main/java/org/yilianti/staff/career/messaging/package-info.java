/** What careers hear from other services. */
@NullMarked
package org.yilianti.staff.career.messaging;

import org.jspecify.annotations.NullMarked;
