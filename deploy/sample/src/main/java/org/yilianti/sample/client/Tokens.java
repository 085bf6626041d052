package org.yilianti.sample.client;

import java.io.IOException;

/** Access tokens by account. */
public interface Tokens {

    /**
     * A token that is still good for a while.
     *
     * @throws IOException when the issuer cannot be reached or is away; worth another try
     */
    String of(String account) throws IOException;

    /** The token of the account was not accepted: the next one must be new. */
    void forget(String account);
}
