/** Leave and absence over HTTP. */
@NullMarked
package org.yilianti.rotation.leave.web;

import org.jspecify.annotations.NullMarked;
