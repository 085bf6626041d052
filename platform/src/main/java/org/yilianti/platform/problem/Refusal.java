package org.yilianti.platform.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request was understood and refused for a reason the caller can act on; answered as an RFC 9457 problem.
 *
 * <p>{@code code} is the key of the message in the service's bundle; {@code args} are shown in it.
 */
public final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final transient Object[] args;
    private final transient List<Violation> violations;
    private final @Nullable String challenge;

    private Refusal(HttpStatus status, String code, Object[] args, List<Violation> violations) {
        this(status, code, args, violations, null);
    }

    private Refusal(
            HttpStatus status, String code, Object[] args, List<Violation> violations, @Nullable String challenge) {
        super(code);
        this.status = status;
        this.code = code;
        this.args = args;
        this.violations = violations;
        this.challenge = challenge;
    }

    /** 422: the content cannot be accepted as it is. */
    public static Refusal invalid(String code, Object... args) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, code, args, List.of());
    }

    /** 422 with every violation found, under the general code {@code request.invalid}. */
    public static Refusal invalid(List<Violation> violations) {
        return new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT, "request.invalid", new Object[] {violations.size()}, violations);
    }

    /** 400: the request cannot be read. */
    public static Refusal malformed(String code, Object... args) {
        return new Refusal(HttpStatus.BAD_REQUEST, code, args, List.of());
    }

    /** 404: it does not exist, or the caller may not know that it does. */
    public static Refusal notFound(String code, Object... args) {
        return new Refusal(HttpStatus.NOT_FOUND, code, args, List.of());
    }

    /** 409: the present state does not allow it. */
    public static Refusal conflict(String code, Object... args) {
        return new Refusal(HttpStatus.CONFLICT, code, args, List.of());
    }

    /** 403: this caller may not do it. */
    public static Refusal forbidden(String code, Object... args) {
        return new Refusal(HttpStatus.FORBIDDEN, code, args, List.of());
    }

    /** 412: the resource has changed since it was read. */
    public static Refusal stale(long expected, long actual) {
        return new Refusal(HttpStatus.PRECONDITION_FAILED, "request.stale", new Object[] {expected, actual}, List.of());
    }

    /** 428: a precondition header is missing. */
    public static Refusal preconditionRequired(String code, Object... args) {
        return new Refusal(HttpStatus.PRECONDITION_REQUIRED, code, args, List.of());
    }

    /** 401: the caller is known but signed in too long ago, or never (RFC 9470). */
    public static Refusal signInAgain(Duration longestAge) {
        return new Refusal(
                HttpStatus.UNAUTHORIZED,
                "access.sign-in-again",
                new Object[] {longestAge.toMinutes()},
                List.of(),
                "Bearer error=\"insufficient_user_authentication\", max_age=\"" + longestAge.toSeconds() + "\"");
    }

    /** Any other status, for those who stand before or between services. */
    public static Refusal of(HttpStatus status, String code, Object... args) {
        return new Refusal(status, code, args, List.of());
    }

    /** The same refusal, pointing at the offending value. */
    public Refusal at(String pointer) {
        return new Refusal(status, code, args, List.of(new Violation(pointer, code, args)));
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Object[] args() {
        return args.clone();
    }

    public List<Violation> violations() {
        return violations;
    }

    /** What the answer's {@code WWW-Authenticate} asks for; null without one. */
    public @Nullable String challenge() {
        return challenge;
    }
}
