/** Plans over HTTP. */
@NullMarked
package org.yilianti.rotation.plan.web;

import org.jspecify.annotations.NullMarked;
