package org.yilianti.staff.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.yilianti.staff.evidence.Verdict.Outcome;

/** The protocol of a ClamAV daemon, against a server that speaks it (R4: virus-scan hook). */
class ClamdTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Verdict asked(PretendedClamd daemon, byte[] content) {
        return new Clamd("127.0.0.1", daemon.port(), PATIENCE).scan(content);
    }

    @Test
    void aCleanFileArrivesWholeAndIsCalledClean_R4() throws InterruptedException {
        byte[] large = SampleFiles.pdf(9_000_000, 1);
        try (PretendedClamd daemon = new PretendedClamd("stream: OK")) {
            assertThat(asked(daemon, large)).isEqualTo(Verdict.CLEAN);
            assertThat(daemon.received()).isEqualTo(large);
        }
    }

    @Test
    void aFindingIsToldByItsName_R4() {
        try (PretendedClamd daemon = new PretendedClamd("stream: Eicar-Test-Signature FOUND")) {
            assertThat(asked(daemon, SampleFiles.pdf("x"))).isEqualTo(Verdict.infected("Eicar-Test-Signature"));
        }
    }

    @Test
    void aFindingCannotWriteLinesOfItsOwnIntoALog_R4() {
        try (PretendedClamd daemon = new PretendedClamd("stream: a\nb" + "c".repeat(300) + " FOUND")) {
            assertThat(asked(daemon, SampleFiles.pdf("x")).finding())
                    .startsWith("a?bccc")
                    .hasSize(100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSTREAM size limit exceeded. ERROR", "", "stream:  FOUND", "OK"})
    void anyOtherAnswerIsNoScan_R4(String answer) {
        try (PretendedClamd daemon = new PretendedClamd(answer)) {
            assertThat(asked(daemon, SampleFiles.pdf("x"))).isEqualTo(Verdict.UNAVAILABLE);
        }
    }

    @Test
    void aDaemonThatIsNotThereOrSaysNothingIsUnavailable_R4() {
        int port;
        try (PretendedClamd silent = new PretendedClamd(null)) {
            port = silent.port();
            Clamd impatient = new Clamd("127.0.0.1", port, Duration.ofMillis(200));
            assertThat(impatient.scan(SampleFiles.pdf("x"))).isEqualTo(Verdict.UNAVAILABLE);
        }
        assertThat(new Clamd("127.0.0.1", port, PATIENCE).scan(SampleFiles.pdf("x")))
                .isEqualTo(Verdict.UNAVAILABLE);
    }

    @Test
    void anInstallationWithoutADaemonSaysSo_R4() {
        EvidenceSettings none = new EvidenceSettings(null, PATIENCE, DataSize.ofMegabytes(10), 4);
        assertThat(none.scanner().scan(SampleFiles.pdf("x")).outcome()).isEqualTo(Outcome.NOT_SCANNED);
        assertThat(new EvidenceSettings("av:3310", PATIENCE, DataSize.ofMegabytes(10), 4).scanner())
                .isInstanceOf(Clamd.class);
        assertThatThrownBy(() -> new EvidenceSettings("av", PATIENCE, DataSize.ofMegabytes(10), 4))
                .hasMessageContaining("host:port");
    }
}
