/** Code that breaks each of the house's rules once; nothing uses it but the tests of the rules. */
@NullMarked
package org.yilianti.platform.test.broken;

import org.jspecify.annotations.NullMarked;
