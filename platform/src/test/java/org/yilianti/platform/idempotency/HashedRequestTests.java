package org.yilianti.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import org.yilianti.platform.problem.Refusal;

/** G5: a request is read whole, and known by its target and content, whatever its size. */
class HashedRequestTests {

    private static final int MEMORY = 1 << 20;

    private final SpoolSpace space = new SpoolSpace(DataSize.ofMegabytes(100));
    private final AtomicInteger admissions = new AtomicInteger();

    private static MockHttpServletRequest post(byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v1/notes");
        request.setQueryString("a=b");
        request.setContent(body);
        return request;
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private HashedRequest read(byte[] body, long largest) throws IOException {
        return HashedRequest.of(post(body), DataSize.ofBytes(largest), space, admissions::incrementAndGet);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MEMORY - 1, MEMORY, MEMORY + 1, MEMORY + 65_537, 5 * MEMORY})
    void whatWasSentIsGivenOutAgainAndHashed_G5(int size) throws Exception {
        byte[] body = bytes(size);
        MessageDigest plainly = MessageDigest.getInstance("SHA-256");
        plainly.update("POST /v1/notes?a=b\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (HashedRequest request = read(body, Long.MAX_VALUE)) {
            assertThat(request.hash()).isEqualTo(plainly.digest(body));
            assertThat(request.getInputStream().isFinished()).isEqualTo(size == 0);
            assertThat(request.getInputStream().readAllBytes()).isEqualTo(body);
            assertThat(request.getInputStream().isFinished()).isTrue();
            assertThat(request.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(admissions.get()).isEqualTo(size > MEMORY ? 1 : 0);
    }

    @Test
    void moreThanPermittedIsRefusedWhetherAnnouncedOrNot_G3() {
        byte[] body = bytes(3 * MEMORY);
        assertThatThrownBy(() -> read(body, 2 * MEMORY)).isInstanceOf(Refusal.class);
        assertThat(admissions.get()).as("announced").isZero();
        MockHttpServletRequest unannounced = new MockHttpServletRequest("POST", "/v1/notes") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        unannounced.setContent(body);
        assertThatThrownBy(() ->
                        HashedRequest.of(unannounced, DataSize.ofBytes(2 * MEMORY), space, admissions::incrementAndGet))
                .hasMessage("http.413");
        assertThat(admissions.get()).isEqualTo(1);
    }

    @Test
    void whatTheDiskHoldsMeansNothingAndIsReadOnce_G5() throws IOException {
        byte[] body = bytes(100_000);
        try (Spool spool = new Spool(space)) {
            spool.write(body, 60_000);
            spool.write(java.util.Arrays.copyOfRange(body, 60_000, 100_000), 40_000);
            assertThat(spool.size()).isEqualTo(100_000);
            byte[] held = spool.enciphered().readAllBytes();
            assertThat(held).hasSize(100_000);
            for (int at = 0; at < body.length; at += 1_000) {
                assertThat(java.util.Arrays.copyOfRange(held, at, at + 16))
                        .as("at %s", at)
                        .isNotEqualTo(java.util.Arrays.copyOfRange(body, at, at + 16));
            }
            assertThat(spool.content().readAllBytes()).isEqualTo(body);
        }
    }

    @Test
    void manyLargeBodiesAtOnceAreRefusedUntilThereIsRoomAgain_G3() throws IOException {
        SpoolSpace small = new SpoolSpace(DataSize.ofBytes(5 * MEMORY));
        byte[] body = bytes(3 * MEMORY);
        HashedRequest first =
                HashedRequest.of(post(body), DataSize.ofMegabytes(10), small, admissions::incrementAndGet);
        for (int again = 0; again < 3; again++) {
            assertThatThrownBy(() ->
                            HashedRequest.of(post(body), DataSize.ofMegabytes(10), small, admissions::incrementAndGet))
                    .hasMessage("http.bodies-waiting");
        }
        first.close();
        HashedRequest.of(post(body), DataSize.ofMegabytes(10), small, admissions::incrementAndGet)
                .close();
    }
}
