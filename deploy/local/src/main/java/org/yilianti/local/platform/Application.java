package org.yilianti.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.yilianti.local.process.ChildProcess;
import org.yilianti.local.process.Component;
import org.yilianti.local.process.Readiness;

/** A running copy of a service or of the gateway; it works when its health says so. */
final class Application implements Component {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final ChildProcess process;
    private final URI address;
    private final HttpClient client;

    Application(ChildProcess process, URI address, HttpClient client) {
        this.process = process;
        this.address = address;
        this.client = client;
    }

    @Override
    public void start() {
        process.start();
        Readiness.await(process, START, this::isHealthy);
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    URI address() {
        return address;
    }

    boolean isHealthy() {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health"))
                .timeout(ANSWER)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
