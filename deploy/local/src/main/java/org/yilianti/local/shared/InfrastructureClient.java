package org.yilianti.local.shared;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.yilianti.local.database.DatabaseAccess;
import org.yilianti.local.process.Ports;

/** The connection of one JVM to the daemon; as long as it is open, the daemon stays. Safe for use by several threads. */
public final class InfrastructureClient {

    static final String SCHEMA = "schema";
    static final String OK = "ok";
    private static final String SEPARATOR = "\t";

    private final Announcement announcement;
    private final BufferedReader reader;
    private final BufferedWriter writer;

    private InfrastructureClient(Announcement announcement, Socket socket) throws IOException {
        this.announcement = announcement;
        this.reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.writer = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** Returns a connection to the announced daemon; empty if that is gone or another program has its port now. */
    static Optional<InfrastructureClient> connect(Announcement announcement) {
        try {
            Socket socket = new Socket(Ports.loopback(), announcement.port());
            InfrastructureClient client = new InfrastructureClient(announcement, socket);
            client.ask(announcement.token());
            return Optional.of(client);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    public String bootstrapServers() {
        return announcement.bootstrapServers();
    }

    /** Returns the name of the engine that serves the schemas. */
    public String database() {
        return announcement.database();
    }

    /** Has a new, empty schema created. */
    public DatabaseAccess newSchema(String prefix) {
        try {
            List<String> answer =
                    ask(SCHEMA, prefix, Long.toString(ProcessHandle.current().pid()));
            return new DatabaseAccess(answer.get(0), answer.get(1), answer.get(2));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The shared database made no schema (%s); its log is in the infrastructure directory"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private synchronized List<String> ask(String... words) throws IOException {
        writer.write(String.join(SEPARATOR, words));
        writer.newLine();
        writer.flush();
        String line = reader.readLine();
        if (line == null) {
            throw new IOException("the daemon closed the connection");
        }
        List<String> answer = List.of(line.split(SEPARATOR, -1));
        if (!answer.getFirst().equals(OK)) {
            throw new IOException(line);
        }
        return answer.subList(1, answer.size());
    }
}
