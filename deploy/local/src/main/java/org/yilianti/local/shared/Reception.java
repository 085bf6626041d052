package org.yilianti.local.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.yilianti.local.database.DatabaseAccess;

/** Serves the clients of the daemon, one virtual thread each, and knows since when there is none. */
final class Reception {

    private static final String SEPARATOR = "\t";

    private final ServerSocket door;
    private final String token;
    private final TestSchemas schemas;
    private int clients;
    private long lastPresence = System.nanoTime();

    Reception(ServerSocket door, String token, TestSchemas schemas) {
        this.door = door;
        this.token = token;
        this.schemas = schemas;
    }

    /** Accepts clients until the door is closed. */
    void receive() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                enter();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                // Told apart by the condition of the loop.
            }
        }
    }

    /** Returns for how long nobody has been connected; zero while somebody is. */
    synchronized Duration idle() {
        return clients > 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lastPresence);
    }

    private synchronized void enter() {
        clients++;
    }

    private synchronized void leave() {
        clients--;
        lastPresence = System.nanoTime();
    }

    private void serve(Socket socket) {
        try (socket;
                var reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                var writer = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            if (!token.equals(reader.readLine())) {
                return;
            }
            writer.println(InfrastructureClient.OK);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                writer.println(answer(List.of(line.split(SEPARATOR, -1))));
            }
        } catch (IOException gone) {
            // A client that was killed is a client that left.
        } finally {
            leave();
        }
    }

    private String answer(List<String> words) {
        try {
            DatabaseAccess access = schemas.create(words.get(1), Long.parseLong(words.get(2)));
            return String.join(SEPARATOR, InfrastructureClient.OK, access.jdbcUrl(), access.user(), access.password());
        } catch (SQLException | IllegalArgumentException e) {
            System.out.println("Refused " + words + ": " + e);
            return "refused: " + e.getMessage();
        }
    }
}
