/**
 * Who calls, in which role, for which institutions.
 *
 * <p>Services trust only an RFC 9068 access token of the configured issuer and audience. A grant is role × association ×
 * institution codes; every endpoint names its roles with {@link org.yilianti.platform.access.Requires}, and the service does
 * not start when one forgets. Roles open the door; {@link org.yilianti.platform.access.InstitutionScope} narrows every query.
 */
@NullMarked
package org.yilianti.platform.access;

import org.jspecify.annotations.NullMarked;
