/**
 * What failed outside any controller: the page that people see, the document that programs read.
 *
 * <p>All other refusals are the platform's: one shape, one reader for callers of the gateway and of the services.
 */
@NullMarked
package org.yilianti.gateway.problem;

import org.jspecify.annotations.NullMarked;
