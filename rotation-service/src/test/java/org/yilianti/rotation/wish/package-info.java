@NullMarked
package org.yilianti.rotation.wish;

import org.jspecify.annotations.NullMarked;
