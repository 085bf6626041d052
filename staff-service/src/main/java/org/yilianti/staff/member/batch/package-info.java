/** The lists of members and appointments as files. */
@NullMarked
package org.yilianti.staff.member.batch;

import org.jspecify.annotations.NullMarked;
