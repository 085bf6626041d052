package org.yilianti.platform.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;

/** G3, G5: bodies of more than memory should hold, and senders who take their time. */
@ServiceTest
class SlowSenderTests {

    private static final TestCaller HR = TestCaller.named("hr").with(Role.HR_OFFICER, "*");
    private static final int LARGE = 3 << 20;

    @Autowired
    DataSource database;

    @LocalServerPort
    int port;

    private final List<Socket> senders = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket sender : senders) {
            sender.close();
        }
    }

    /** A note that is large because of the room before its words. */
    private static String note(String words) {
        String head = "{\"institution\":\"T01\",";
        String tail = "\"words\":\"" + words + "\"}";
        return head + " ".repeat(LARGE - head.length() - tail.length()) + tail;
    }

    /** Begins to send a note, all but its last bytes. */
    private Socket begin(TestCaller caller, String framing) throws IOException {
        Socket sender = new Socket(InetAddress.getLoopbackAddress(), port);
        senders.add(sender);
        sender.setSoTimeout(30_000);
        send(
                sender,
                "POST /v1/notes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + caller.token()
                        + "\r\nIdempotency-Key: "
                        + UUID.randomUUID() + "\r\nContent-Type: application/json\r\nConnection: close\r\n" + framing
                        + "\r\n");
        return sender;
    }

    private static void send(Socket sender, String text) throws IOException {
        sender.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        sender.getOutputStream().flush();
    }

    /** What comes back, up to and with a text; the server may go on waiting for the rest of the body. */
    private static String answer(Socket sender, String until) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] piece = new byte[8192];
        while (answer.indexOf(until) < 0) {
            int count = sender.getInputStream().read(piece);
            assertThat(count).as("%s in %s", until, answer).isPositive();
            answer.append(new String(piece, 0, count, StandardCharsets.UTF_8));
        }
        return answer.toString();
    }

    private static String announced(int length) {
        return "Content-Length: " + length + "\r\n";
    }

    @Test
    void slowSendersOfLargeBodiesHoldNoConnectionOfTheDatabaseAndAreServedInTheEnd_G3() throws Exception {
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        String body = note("slowly");
        List<Socket> slow = new ArrayList<>();
        for (int number = 0; number < pool.getMaximumPoolSize() + 4; number++) {
            Socket sender = begin(HR, announced(body.length()));
            send(sender, body.substring(0, body.length() - 40));
            slow.add(sender);
        }
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(30))
                .until(() -> connections.getActiveConnections() == 0);
        TestApi api = new TestApi(port).as(HR);
        assertThat(api.post("/v1/notes", Map.of("institution", "T01", "words", "quickly"))
                        .status())
                .isEqualTo(201);
        for (Socket sender : slow) {
            send(sender, body.substring(body.length() - 40));
        }
        for (Socket sender : slow) {
            assertThat(answer(sender, "\"slowly\"")).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void aLargeBodyIsKnownAgainByItsContentAlone_G5() {
        TestApi api = new TestApi(port).as(HR);
        Answer first = api.post("/v1/notes", note("once"), "large");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        Answer again = api.post("/v1/notes", note("once"), "large");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.post("/v1/notes", note("two!"), "large").code()).isEqualTo("idempotency.key-reused");
    }

    @Test
    void aLargeBodyWithoutALengthIsServedToo_G3() throws IOException {
        String body = note("in pieces");
        Socket sender = begin(HR, "Transfer-Encoding: chunked\r\n");
        for (int start = 0; start < body.length(); start += 100_000) {
            String piece = body.substring(start, Math.min(body.length(), start + 100_000));
            send(sender, Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
        }
        send(sender, "0\r\n\r\n");
        assertThat(answer(sender, "in pieces")).startsWith("HTTP/1.1 201");
    }

    /** Nothing is left of what breaks off, neither in memory nor on disk nor of its key; and it is no failure of the service. */
    @Test
    void aBodyThatBreaksOffIsNoFailureAndLeavesNothing_G3() throws IOException {
        for (int sent : List.of(100, LARGE - 100)) {
            Socket sender = begin(HR, announced(LARGE));
            send(sender, note("broken").substring(0, sent));
            sender.shutdownOutput();
            String answer = new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotStartWith("HTTP/1.1 2").doesNotStartWith("HTTP/1.1 5");
        }
        assertThat(new TestApi(port).as(HR).get("/v1/notes?limit=100").body()).doesNotContain("broken");
    }

    /** What is larger than an endpoint may ever take is not kept, nor what somebody sends who may not. */
    @Test
    void whoMayNotSendSoMuchIsRefusedBeforeTheBodyIsRead_G3() throws IOException {
        assertThat(answer(begin(HR, announced(Integer.MAX_VALUE)), "http.413")).startsWith("HTTP/1.1 413");
        Socket stranger = begin(TestCaller.named("staff").with(Role.STAFF, "*"), announced(LARGE));
        send(stranger, " ".repeat(LARGE / 2));
        assertThat(answer(stranger, "access.denied")).startsWith("HTTP/1.1 403");
    }
}
