/** Tests of the sample month against a pretended gateway. */
@NullMarked
package org.yilianti.sample;

import org.jspecify.annotations.NullMarked;
