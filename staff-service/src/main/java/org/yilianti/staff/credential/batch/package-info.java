/** The list of licences as a file. */
@NullMarked
package org.yilianti.staff.credential.batch;

import org.jspecify.annotations.NullMarked;
