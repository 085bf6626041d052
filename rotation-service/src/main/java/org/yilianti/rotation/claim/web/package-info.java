/** Open duties and claims over HTTP. */
@NullMarked
package org.yilianti.rotation.claim.web;

import org.jspecify.annotations.NullMarked;
