/**
 * How the gateway itself says no: RFC 9457 documents with a machine code, in zh or en.
 *
 * <p>The shape (type, title, status, detail, code, correlationId) is that of the services, so that a caller needs one
 * reader. It is not shared as code: the gateway must not drag the services' database and broker starter along.
 */
@NullMarked
package org.yilianti.gateway.problem;

import org.jspecify.annotations.NullMarked;
