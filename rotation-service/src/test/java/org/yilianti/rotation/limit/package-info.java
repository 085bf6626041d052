@NullMarked
package org.yilianti.rotation.limit;

import org.jspecify.annotations.NullMarked;
