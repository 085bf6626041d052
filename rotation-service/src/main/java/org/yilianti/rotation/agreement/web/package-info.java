/** Agreements over HTTP. */
@NullMarked
package org.yilianti.rotation.agreement.web;

import org.jspecify.annotations.NullMarked;
