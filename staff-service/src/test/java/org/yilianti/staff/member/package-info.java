/** Tests of members. */
@NullMarked
package org.yilianti.staff.member;

import org.jspecify.annotations.NullMarked;
