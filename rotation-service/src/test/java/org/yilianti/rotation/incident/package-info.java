/** Tests of incidents. */
@NullMarked
package org.yilianti.rotation.incident;

import org.jspecify.annotations.NullMarked;
