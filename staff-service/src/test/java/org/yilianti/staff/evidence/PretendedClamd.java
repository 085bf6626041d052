package org.yilianti.staff.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A server that speaks clamd's INSTREAM over TCP and gives one answer to every file; keeps what it was sent. */
final class PretendedClamd implements AutoCloseable {

    private final ServerSocket server;
    private final @Nullable String answer;
    private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();

    /** @param answer null to say nothing at all */
    PretendedClamd(@Nullable String answer) {
        this.answer = answer;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What was sent for the next file; waits for it. */
    byte[] received() throws InterruptedException {
        return received.take();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                take(caller);
            } catch (IOException closedOrBroken) {
                Thread.onSpinWait();
            }
        }
    }

    private void take(Socket caller) throws IOException {
        DataInputStream in = new DataInputStream(caller.getInputStream());
        String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        OutputStream out = caller.getOutputStream();
        if (!command.equals("zINSTREAM\0")) {
            out.write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
            return;
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            file.writeBytes(in.readNBytes(length));
        }
        received.add(file.toByteArray());
        if (answer == null) {
            in.read(); // until the caller gives up
        } else {
            out.write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
