/** Applications for multi-site practice over HTTP. */
@NullMarked
package org.yilianti.rotation.application.web;

import org.jspecify.annotations.NullMarked;
