package org.yilianti.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.yilianti.local.TestInfrastructure;
import org.yilianti.local.database.DatabaseAccess;

/** A gateway that runs in this JVM on its own port and schema, with the accounts of the sample association. */
final class RunningGateway implements AutoCloseable {

    static final String PASSWORD = "correct horse battery staple";
    static final String CLIENT_SECRET = "secret-of-the-machines";
    static final String MASTER_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final ConfigurableApplicationContext context;
    private final URI uri;

    private RunningGateway(ConfigurableApplicationContext context, URI uri) {
        this.context = context;
        this.uri = uri;
    }

    static DatabaseAccess newSchema() {
        return TestInfrastructure.shared().newSchema("gateway");
    }

    /** Starts on a free port; {@code settings} go before the defaults. */
    static RunningGateway start(DatabaseAccess schema, Map<String, String> settings) {
        int port = freePort();
        URI uri = URI.create("http://127.0.0.1:" + port);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("server.port", port);
        all.put("spring.datasource.url", schema.jdbcUrl());
        all.put("spring.datasource.username", schema.user());
        all.put("spring.datasource.password", schema.password());
        all.put("spring.datasource.hikari.maximum-pool-size", 5);
        all.put(
                "spring.config.additional-location",
                "file:" + System.getProperty("project.root") + "/deploy/sample/accounts.yml");
        all.put("SAMPLE_PASSWORD", PASSWORD);
        all.put("SAMPLE_CLIENT_SECRET", CLIENT_SECRET);
        all.put("PLATFORM_MASTER_KEY", MASTER_KEY);
        all.put("PLATFORM_JWT_ISSUER", uri.toString());
        all.putAll(settings);
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new RunningGateway(new SpringApplication(GatewayApplication.class).run(arguments), uri);
    }

    URI uri() {
        return uri;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
