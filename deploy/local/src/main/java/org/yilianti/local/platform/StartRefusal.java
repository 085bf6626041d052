package org.yilianti.local.platform;

/** The platform cannot start; the message tells a user in one line what is wrong and what to do next. */
public final class StartRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefusal(String message) {
        super(message);
    }
}
