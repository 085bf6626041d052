package org.yilianti.gateway.problem;

import org.springframework.http.HttpStatus;

/** The gateway itself says no; {@code code} is also the key of the message, {@code args} are shown in it. */
public final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final transient Object[] args;

    public Refusal(HttpStatus status, String code, Object... args) {
        super(code);
        this.status = status;
        this.code = code;
        this.args = args.clone();
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    Object[] args() {
        return args.clone();
    }
}
