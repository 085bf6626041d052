/**
 * Browsers stay signed in by a cookie and never see a token.
 *
 * <p>The gateway is an OAuth2 client of the issuer (embedded or external); the tokens it gets live in the session, sealed,
 * in the database. A call with the cookie is relayed with a bearer token; a changing one must also carry the CSRF header
 * that {@code GET /v1/session} names. Sessions end by sign-out, after idling, and at the latest after an absolute time; the
 * session id changes whenever somebody signs in.
 */
@NullMarked
package org.yilianti.gateway.session;

import org.jspecify.annotations.NullMarked;
