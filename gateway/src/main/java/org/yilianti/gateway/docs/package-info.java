/**
 * What a person who opens the gateway in a browser finds: a page with links, the sign-in form, the API documentation.
 *
 * <p>The documentation is Swagger UI over one document per service, fetched through the gateway
 * ({@code /v1/api-docs/<service>}), so that trying a call out goes through the gateway, too.
 */
@NullMarked
package org.yilianti.gateway.docs;

import org.jspecify.annotations.NullMarked;
