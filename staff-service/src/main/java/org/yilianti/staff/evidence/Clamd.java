package org.yilianti.staff.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ClamAV daemon, asked by its command INSTREAM over TCP (clamd(8)): pieces with their length before them, an empty one last; the answer
 * is {@code stream: OK}, {@code stream: <name> FOUND} or an error.
 */
final class Clamd implements VirusScan {

    private static final Logger log = LoggerFactory.getLogger(Clamd.class);
    private static final int PIECE = 1 << 16;
    private static final int LONGEST_ANSWER = 1000;
    private static final int LONGEST_NAME = 100;
    private static final String FOUND = " FOUND";
    private static final String STREAM = "stream: ";

    private final String host;
    private final int port;
    private final Duration patience;

    /** @param patience for the whole scan, connecting included */
    Clamd(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    @Override
    public Verdict scan(byte[] content) {
        try (Socket socket = new Socket()) {
            Executor later = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture<Void> guard = CompletableFuture.runAsync(() -> close(socket), later);
            try {
                return verdict(answer(socket, content));
            } finally {
                guard.cancel(false);
            }
        } catch (IOException silent) {
            log.warn("the virus scanner at {}:{} does not answer: {}", host, port, silent.toString());
            return Verdict.UNAVAILABLE;
        }
    }

    private String answer(Socket socket, byte[] content) throws IOException {
        socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int at = 0; at < content.length; at += PIECE) {
            int length = Math.min(PIECE, content.length - at);
            out.writeInt(length);
            out.write(content, at, length);
        }
        out.writeInt(0);
        out.flush();
        return line(socket.getInputStream());
    }

    /** Up to the zero byte that ends an answer. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next > 0 && line.size() < LONGEST_ANSWER; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    private Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (answer.startsWith(STREAM) && answer.endsWith(FOUND) && answer.length() > STREAM.length() + FOUND.length()) {
            String name = answer.substring(STREAM.length(), answer.length() - FOUND.length());
            String printable = name.replaceAll("\\p{Cntrl}", "?");
            return Verdict.infected(printable.substring(0, Math.min(printable.length(), LONGEST_NAME)));
        }
        log.warn("the virus scanner at {}:{} answered {}", host, port, answer.replaceAll("\\p{Cntrl}", "?"));
        return Verdict.UNAVAILABLE;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAnyway) {
            log.debug("closing a connection that was too slow", closedAnyway);
        }
    }
}
