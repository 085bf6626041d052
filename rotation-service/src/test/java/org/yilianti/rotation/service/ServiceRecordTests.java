package org.yilianti.rotation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Refusal;

class ServiceRecordTests {

    private static final UUID PERSON = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

    private final ServiceRecord recorded = ServiceRecord.recorded(UUID.randomUUID(), "s", content(8), false, "his");

    @Test
    void somebodyElseConfirmsWhatWasRecorded() {
        assertThat(recorded.confirmationObstacle("host", UUID.randomUUID(), 1L)).isEmpty();
        ServiceRecord confirmed = recorded.confirmed("host");
        assertThat(confirmed.status()).isEqualTo(RecordStatus.CONFIRMED);
        assertThat(confirmed.version()).isEqualTo(2);
    }

    @Test
    void neitherTheRecorderNorThePersonNorSomebodyWithAnOldVersionConfirms() {
        assertThat(recorded.confirmationObstacle("his", null, null)).hasValue("four-eyes");
        assertThat(recorded.confirmationObstacle("host", PERSON, null)).hasValue("own-service");
        assertThat(recorded.confirmationObstacle("host", null, 2L)).hasValue("changed-meanwhile");
    }

    @Test
    void aDisputeHoldsUntilACorrectionWhichIsToBeConfirmedAnew() {
        ServiceRecord disputed = recorded.confirmed("host").disputed("I left early");
        assertThat(disputed.confirmationObstacle("host", null, null)).hasValue("disputed");
        assertThatThrownBy(() -> disputed.disputed("again")).isInstanceOf(Refusal.class);
        ServiceRecord corrected = disputed.corrected(content(6), false, "his");
        assertThat(corrected.status()).isEqualTo(RecordStatus.RECORDED);
        assertThat(corrected.confirmedBy()).isNull();
        assertThat(corrected.reason()).isNull();
        assertThat(corrected.version()).isEqualTo(4);
        assertThat(corrected.content().minutes()).isEqualTo(360);
    }

    @Test
    void servicesThatOnlyTouchDoNotOverlap() {
        var next = new ServiceContent(
                PERSON,
                UUID.randomUUID(),
                null,
                ServiceKind.CLINIC,
                START.plusSeconds(8 * 3600),
                START.plusSeconds(9 * 3600));
        assertThat(content(8).overlaps(next)).isFalse();
        assertThat(content(9).overlaps(next)).isTrue();
    }

    private static ServiceContent content(int hours) {
        return new ServiceContent(
                PERSON, UUID.randomUUID(), null, ServiceKind.DUTY, START, START.plusSeconds(hours * 3600L));
    }
}
