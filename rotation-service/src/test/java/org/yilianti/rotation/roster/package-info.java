/** Tests of feature roster. */
@NullMarked
package org.yilianti.rotation.roster;

import org.jspecify.annotations.NullMarked;
