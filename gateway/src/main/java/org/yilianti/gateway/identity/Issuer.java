package org.yilianti.gateway.identity;

/**
 * What the rest of the gateway must know of who issues tokens.
 *
 * @param publicUri the address browsers and clients know the gateway by
 * @param embedded whether the gateway issues the tokens itself
 */
public record Issuer(String publicUri, boolean embedded) {

    /** Whether browsers reach the gateway over TLS, so that cookies and HSTS may rely on it. */
    public boolean secure() {
        return publicUri.startsWith("https://");
    }
}
