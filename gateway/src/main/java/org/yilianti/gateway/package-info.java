/**
 * The one door to the platform.
 *
 * <p>{@code routing} sends a request to the service that owns its noun, {@code limits} caps size and rate, {@code identity}
 * keeps accounts and issues tokens, {@code session} keeps browsers signed in without ever showing them a token,
 * {@code access} says who passes at all, {@code docs} shows every service's API, {@code problem} and {@code secret} serve
 * the others. Refusals, paging, versions, idempotency, roles and the audit trail are the platform's, without its events: the
 * gateway speaks to no broker.
 *
 * <p>The gateway decides nothing of the domain: it checks that a token is genuine, the services check what it allows.
 */
@NullMarked
package org.yilianti.gateway;

import org.jspecify.annotations.NullMarked;
