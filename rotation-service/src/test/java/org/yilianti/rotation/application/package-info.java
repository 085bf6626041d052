/** Tests of feature application. */
@NullMarked
package org.yilianti.rotation.application;

import org.jspecify.annotations.NullMarked;
