package org.yilianti.gateway.limits;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The body that the client sends is too large or broke off: the client's failure, not that of the service. */
public final class ClientBodyException extends IOException {

    private final boolean tooLarge;
    private final long limit;

    ClientBodyException(boolean tooLarge, long limit, @Nullable Throwable cause) {
        super(tooLarge ? "the body exceeds " + limit + " bytes" : "the client broke off its body", cause);
        this.tooLarge = tooLarge;
        this.limit = limit;
    }

    public boolean tooLarge() {
        return tooLarge;
    }

    /** In bytes. */
    public long limit() {
        return limit;
    }
}
