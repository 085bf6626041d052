/** Tests of the rights of those whom personal data concern. */
@NullMarked
package org.yilianti.staff.privacy;

import org.jspecify.annotations.NullMarked;
