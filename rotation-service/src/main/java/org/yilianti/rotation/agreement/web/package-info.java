/**
 * Agreements over HTTP; the parts of terms as people state and see them are for the edges of other features too.
 *
 * <p>Decision: the printed agreement names a Chinese font and embeds none. Freely licensed ones (Noto Sans SC, SIL OFL 1.1) are published
 * to npm, cut into pieces of WOFF by Unicode range, and as system packages (Debian's {@code fonts-noto-cjk}); no artifact of Maven with a
 * whole font was found in November 2026, and this project's build needs nothing but a JDK and Maven. What was agreed is proved by
 * the fingerprint, not by the looks of the page.
 */
@NamedInterface("web")
@NullMarked
package org.yilianti.rotation.agreement.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
