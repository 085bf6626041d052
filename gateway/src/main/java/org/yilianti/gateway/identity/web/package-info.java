/** The account API: thin, for the association-admin; the rules are in {@code AccountManagement}. */
@NullMarked
package org.yilianti.gateway.identity.web;

import org.jspecify.annotations.NullMarked;
