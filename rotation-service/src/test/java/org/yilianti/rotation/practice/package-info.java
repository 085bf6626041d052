/** Tests of the lawful-practice decision. */
@NullMarked
package org.yilianti.rotation.practice;

import org.jspecify.annotations.NullMarked;
