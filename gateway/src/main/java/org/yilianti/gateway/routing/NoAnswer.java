package org.yilianti.gateway.routing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.yilianti.gateway.limits.ClientBodyException;
import org.yilianti.platform.problem.Refusal;

/** A replica gave no answer, and why: the reason decides whether another one may be asked and what the caller is told. */
final class NoAnswer extends RuntimeException {

    /** What happened to the call. */
    enum Reason {
        /** No connection: the service has seen nothing. */
        UNREACHABLE,
        /** The connection broke: whether the service acted is unknown. */
        BROKEN,
        /** The service is still silent: whether it acted is unknown. */
        SILENT,
        /** The client's own body was the cause. */
        CLIENT
    }

    private final Reason reason;
    private final Service service;

    private NoAnswer(Reason reason, Service service, @Nullable Throwable cause) {
        super(cause == null ? reason.name() : cause.toString(), cause);
        this.reason = reason;
        this.service = service;
    }

    /** For a service none of whose replicas may be asked at the moment. */
    static NoAnswer unavailable(Service service) {
        return new NoAnswer(Reason.UNREACHABLE, service, null);
    }

    /** Classifies what the HTTP client threw; what is no failure of transport is rethrown as it is. */
    static NoAnswer of(Service service, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ClientBodyException body -> {
                    return new NoAnswer(Reason.CLIENT, service, body);
                }
                case ConnectException refused -> {
                    return new NoAnswer(Reason.UNREACHABLE, service, refused);
                }
                case ConnectTimeoutException timeout -> {
                    return new NoAnswer(Reason.UNREACHABLE, service, timeout);
                }
                case ConnectionRequestTimeoutException poolEmpty -> {
                    return new NoAnswer(Reason.UNREACHABLE, service, poolEmpty);
                }
                case UnknownHostException unknown -> {
                    return new NoAnswer(Reason.UNREACHABLE, service, unknown);
                }
                case NoRouteToHostException unroutable -> {
                    return new NoAnswer(Reason.UNREACHABLE, service, unroutable);
                }
                case SocketTimeoutException timeout -> {
                    return new NoAnswer(Reason.SILENT, service, timeout);
                }
                case IOException broken -> {
                    return new NoAnswer(Reason.BROKEN, service, broken);
                }
                default -> {}
            }
        }
        throw failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    /** A silent replica may be busy with just this call: asking the next one would double the load. */
    boolean worthAnotherReplica() {
        return reason == Reason.UNREACHABLE || reason == Reason.BROKEN;
    }

    boolean causedByClient() {
        return reason == Reason.CLIENT;
    }

    Refusal refusal() {
        return switch (reason) {
            case UNREACHABLE -> Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "upstream.unavailable", service.wireName());
            case BROKEN -> Refusal.of(HttpStatus.BAD_GATEWAY, "upstream.broken", service.wireName());
            case SILENT -> Refusal.of(HttpStatus.GATEWAY_TIMEOUT, "upstream.silent", service.wireName());
            case CLIENT ->
                getCause() instanceof ClientBodyException body && body.tooLarge()
                        ? Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "limit.body", body.limit())
                        : Refusal.of(HttpStatus.BAD_REQUEST, "http.400");
        };
    }
}
