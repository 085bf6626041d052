/** Service records over HTTP. */
@NullMarked
package org.yilianti.rotation.service.web;

import org.jspecify.annotations.NullMarked;
