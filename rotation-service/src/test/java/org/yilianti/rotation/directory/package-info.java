/** Tests of the directory. */
@NullMarked
package org.yilianti.rotation.directory;

import org.jspecify.annotations.NullMarked;
