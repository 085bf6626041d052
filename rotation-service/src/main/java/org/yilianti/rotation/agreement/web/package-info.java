/** Agreements over HTTP; the parts of terms as people state and see them are for the edges of other features too. */
@NamedInterface("web")
@NullMarked
package org.yilianti.rotation.agreement.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
