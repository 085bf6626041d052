@NullMarked
package org.yilianti.platform.table;

import org.jspecify.annotations.NullMarked;
