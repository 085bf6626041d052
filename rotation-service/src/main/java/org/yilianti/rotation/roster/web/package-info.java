/** Duties over HTTP; the shape of a duty is shared with the features that show duties too. */
@NamedInterface("web")
@NullMarked
package org.yilianti.rotation.roster.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
