/** Shows how far the directory has come. */
@NullMarked
package org.yilianti.rotation.directory.web;

import org.jspecify.annotations.NullMarked;
