package org.yilianti.rotation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.service.Resolution.Outcome;

class ServiceRecordTests {

    private static final UUID PERSON = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

    private final ServiceRecord recorded =
            ServiceRecord.recorded(UUID.randomUUID(), "s", content(8), false, List.of(), "his");

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
        ServiceRecord disputed = recorded.confirmed("host").disputed("member", "I left early");
        assertThat(disputed.confirmationObstacle("host", null, null)).hasValue("disputed");
        assertThatThrownBy(() -> disputed.disputed("member", "again")).isInstanceOf(Refusal.class);
        ServiceRecord corrected = disputed.corrected(content(6), false, List.of(), "his");
        assertThat(corrected.status()).isEqualTo(RecordStatus.RECORDED);
        assertThat(corrected.hands().confirmedBy()).isNull();
        assertThat(corrected.reason()).isNull();
        assertThat(corrected.version()).isEqualTo(4);
        assertThat(corrected.content().minutes()).isEqualTo(360);
    }

    @Test
    void aFlaggedRecordIsNotConfirmedUntilASecondPersonHasAcceptedIt() {
        ServiceRecord flagged = flagged(RecordFlag.blocking(RecordFlag.UNLAWFUL, "licence-suspended"));
        assertThat(flagged.flagged()).isTrue();
        assertThat(flagged.unlawfulReasons()).containsExactly("licence-suspended");
        assertThat(flagged.confirmationObstacle("host", null, null)).hasValue("flagged");
        ServiceRecord accepted = flagged.resolved(new Resolution(Outcome.ACCEPTED, "registrar", "rescue"), null);
        assertThat(accepted.flagged()).isFalse();
        assertThat(accepted.unlawfulReasons()).isEmpty();
        assertThat(accepted.flags()).isEqualTo(flagged.flags());
        assertThat(accepted.confirmationObstacle("host", null, null)).isEmpty();
        assertThat(accepted.confirmationObstacle("registrar", null, null)).hasValue("four-eyes");
    }

    @Test
    void aRefusedRecordIsWithdrawnAndStaysUnlawful() {
        ServiceRecord refused = flagged(RecordFlag.blocking(RecordFlag.UNLAWFUL, "licence-suspended"))
                .resolved(new Resolution(Outcome.REFUSED, "registrar", "no right to practise"), null);
        assertThat(refused.status()).isEqualTo(RecordStatus.WITHDRAWN);
        assertThat(refused.unlawfulReasons()).containsExactly("licence-suspended");
        assertThat(refused.confirmationObstacle("host", null, null)).hasValue("withdrawn");
        assertThatThrownBy(() -> refused.disputed("member", "but I did")).isInstanceOf(Refusal.class);
    }

    @Test
    void whoRecordedDisputedOrServedDoesNotResolve() {
        ServiceRecord disputed = recorded.disputed("member", "I left early");
        assertThatThrownBy(() -> disputed.resolved(new Resolution(Outcome.ACCEPTED, "his", "no"), null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> disputed.resolved(new Resolution(Outcome.REFUSED, "member", "yes"), null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> disputed.resolved(new Resolution(Outcome.ACCEPTED, "host", "no"), PERSON))
                .isInstanceOf(Refusal.class);
        ServiceRecord stands = disputed.resolved(new Resolution(Outcome.ACCEPTED, "host", "seen on camera"), null);
        assertThat(stands.status()).isEqualTo(RecordStatus.RECORDED);
        assertThat(stands.reason()).isNull();
        assertThatThrownBy(() -> stands.resolved(new Resolution(Outcome.REFUSED, "other", "again"), null))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aRemarkDoesNotBlock() {
        ServiceRecord late = flagged(RecordFlag.remark("late", 7));
        assertThat(late.flagged()).isFalse();
        assertThat(late.confirmationObstacle("host", null, null)).isEmpty();
    }

    @Test
    void minutesAreSplitAtMidnightOfTheAssociationAndSumToTheWhole() {
        var night = new ServiceContent(
                PERSON,
                UUID.randomUUID(),
                null,
                ServiceKind.DUTY,
                Instant.parse("2026-10-31T13:30:30Z"),
                Instant.parse("2026-10-31T22:00:00Z"),
                null);
        assertThat(night.minutesByDay())
                .containsExactly(Map.entry(LocalDate.of(2026, 10, 31), 149), Map.entry(LocalDate.of(2026, 11, 1), 360));
        assertThat(night.minutes()).isEqualTo(149 + 360);
        var untilMidnight = new ServiceContent(
                PERSON,
                UUID.randomUUID(),
                null,
                ServiceKind.DUTY,
                Instant.parse("2026-10-31T08:00:00Z"),
                Instant.parse("2026-10-31T16:00:00Z"),
                null);
        assertThat(untilMidnight.minutesByDay()).containsOnlyKeys(LocalDate.of(2026, 10, 31));
    }

    @Test
    void servicesThatOnlyTouchDoNotOverlap() {
        var next = new ServiceContent(
                PERSON,
                UUID.randomUUID(),
                null,
                ServiceKind.CLINIC,
                START.plusSeconds(8 * 3600),
                START.plusSeconds(9 * 3600),
                null);
        assertThat(content(8).overlaps(next)).isFalse();
        assertThat(content(9).overlaps(next)).isTrue();
    }

    private static ServiceRecord flagged(RecordFlag flag) {
        return ServiceRecord.recorded(UUID.randomUUID(), "s", content(8), false, List.of(flag), "his");
    }

    private static ServiceContent content(int hours) {
        return new ServiceContent(
                PERSON, UUID.randomUUID(), null, ServiceKind.DUTY, START, START.plusSeconds(hours * 3600L), null);
    }
}
