/**
 * Who may hold a token and what it says.
 *
 * <p>The embedded issuer is an OAuth 2.1 authorization server: client credentials for machines, code + PKCE (S256 only) for
 * people; access tokens are RFC 9068 JWTs of five minutes, signed RS256 with a key kept sealed in the database. Accounts,
 * clients, authorizations and keys are all in the database, so replicas are interchangeable.
 *
 * <p>A new signing key is published before it signs, and the previous one verifies until its last token has expired; services
 * that meet an unknown key id fetch the keys again.
 *
 * <p>Invariants: an account that is gone or closed gets no token, not even by refreshing, and the door refuses those it had;
 * a changed grant counts with the next token; a refresh token works once, except that of the gateway's own client, whose
 * sessions live on several replicas and never show it to anybody; wrong passwords lock the typed name, known or not, so that
 * a lock tells nothing; nobody changes the own grants or standing. What is decided or changed here, and every sign-in, leaves
 * a row in the audit trail, without any personal data but the account name.
 *
 * <p>A service that is called past the gateway trusts a token for its five minutes, even of an account closed meanwhile: the
 * gateway is the only way in.
 *
 * <p>A person's tokens tell when the person signed in ({@code auth_time}, OpenID Connect Core 1.0, 2); refreshing does not change
 * it. Whoever needs a newer one asks with {@code prompt=login} or {@code max_age}, a browser at
 * {@code /session/start/gateway?prompt=login}. Machines have none. An external issuer must put it into its access tokens.
 *
 * <h2>How a machine gets a token</h2>
 *
 * <pre>{@code
 * POST /oauth2/token
 * Authorization: Basic base64(client-id:client-secret)
 * Content-Type: application/x-www-form-urlencoded
 *
 * grant_type=client_credentials
 *
 * 200 {"access_token":"eyJ…","token_type":"Bearer","expires_in":299}
 * }</pre>
 *
 * <h2>How a program gets a token for a person</h2>
 *
 * Public client {@code cli}, redirect {@code http://127.0.0.1:<any port>/callback}; keep cookies, do not follow redirects:
 *
 * <pre>{@code
 * 1. GET  /oauth2/authorize?response_type=code&client_id=cli&redirect_uri=…&state=…&code_challenge=…&code_challenge_method=S256
 *    (Accept: text/html)                                      302 Location: /login
 * 2. GET  /login                                              200, a form with the hidden field _csrf
 * 3. POST /login  username=…&password=…&_csrf=…               302 back to step 1 (or /login?error, /login?locked)
 * 4. GET  that Location                                       302 Location: <redirect_uri>?code=…&state=…
 * 5. POST /oauth2/token  grant_type=authorization_code&client_id=cli&code=…&redirect_uri=…&code_verifier=…
 *                                                             200 {"access_token":…}; a public client gets no refresh token
 * }</pre>
 */
@NullMarked
package org.yilianti.gateway.identity;

import org.jspecify.annotations.NullMarked;
