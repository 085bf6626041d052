/**
 * The release of money needs a recent sign-in (I6): whoever walks up to an open session, or holds a stolen token, releases nothing.
 *
 * <p><b>Invariants.</b> The steps after which money is owed or moves (finalising and paying a run, releasing a pay file, releasing a
 * fund's money) are refused with 401 and the challenge of RFC 9470 unless the token's {@code auth_time} is within the policy
 * {@code money-release}, 15 minutes at first. A token without {@code auth_time}, such as every machine's, is refused: a machine
 * prepares, a person releases.
 *
 * <p><b>Decisions.</b> The time is that of the sign-in, not of the token: refreshing a session does not renew it. A person signs in
 * again at the gateway ({@code /session/start/gateway?prompt=login}, or {@code prompt=login} or {@code max_age} at the authorization
 * endpoint) and repeats the request under the same Idempotency-Key, since refused requests are not kept. Whoever repeats a request
 * that was served before gets its stored answer and releases nothing again, so that this needs no new sign-in.
 */
@ApplicationModule(
        displayName = "Release of money",
        allowedDependencies = {})
@NullMarked
package org.yilianti.incentive.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
