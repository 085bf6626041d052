package org.yilianti.platform.access;

/** Tells who makes the present request. A process that knows its callers otherwise than by bearer token declares its own. */
@FunctionalInterface
public interface CallerSource {

    /**
     * The caller, known since the security chain let the request pass.
     *
     * @throws org.springframework.security.access.AccessDeniedException when there is none
     */
    Caller current();
}
