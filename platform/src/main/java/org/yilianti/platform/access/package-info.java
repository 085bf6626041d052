/**
 * Who calls, in which role, for which institutions.
 *
 * <p>Services trust only an RFC 9068 access token of the configured issuer and audience. A grant is role × association ×
 * institution codes; every endpoint names its roles with {@link org.yilianti.platform.access.Requires}, and the service does
 * not start when one forgets (or says {@link org.yilianti.platform.access.WithoutRole}). Roles open the door; {@link org.yilianti.platform.access.InstitutionScope} narrows every query.
 *
 * <p>A service gets its chain from here. A process with security chains of its own keeps them and tells by a
 * {@link org.yilianti.platform.access.CallerSource} whom they let pass.
 */
@NullMarked
package org.yilianti.platform.access;

import org.jspecify.annotations.NullMarked;
