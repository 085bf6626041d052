package org.yilianti.gateway.secret;

import org.jspecify.annotations.Nullable;

/** A sealed value was altered, or was sealed with another master key. */
public final class BrokenSealException extends RuntimeException {

    BrokenSealException(String context, @Nullable Throwable cause) {
        super(
                "the sealed value '" + context
                        + "' does not open: altered, or PLATFORM_MASTER_KEY is not the one it was sealed with",
                cause);
    }
}
