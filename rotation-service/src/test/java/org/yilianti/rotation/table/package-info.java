@NullMarked
package org.yilianti.rotation.table;

import org.jspecify.annotations.NullMarked;
