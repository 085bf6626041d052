/** Code that breaks the rules on purpose, so that each rule is seen to fail; outside the service's packages. */
@NullMarked
package org.yilianti.broken;

import org.jspecify.annotations.NullMarked;
