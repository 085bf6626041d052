package org.yilianti.staff.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.staff.credential.Licence.Decision;
import org.yilianti.staff.credential.Sanction.Kind;

/** How a licence stands by its sanctions (R4, R5). */
class SanctionsTests {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 19);
    private static final Decision DECISION = new Decision(Instant.parse("2026-10-01T09:00:00Z"), "hr");
    private static final Decision LATER = new Decision(Instant.parse("2026-12-01T09:00:00Z"), "hr");
    private static final UUID FAILED = UUID.randomUUID();

    private static Sanctions suspended(LocalDate from, @Nullable LocalDate to) {
        return Sanctions.NONE.with(Sanction.decided(Kind.SUSPENSION, from, to, "why", DECISION));
    }

    private static Sanctions failed(Sanctions before, Kind kind) {
        return before.with(Sanction.following(FAILED, kind, OCTOBER, "failed", DECISION));
    }

    private static Standing standing(
            LicenceStatus status, @Nullable LocalDate from, @Nullable LocalDate to, String reason) {
        return new Standing(status, from, to, null, reason);
    }

    @Test
    void aSuspensionHoldsUntilItIsLiftedAndItsPeriodIsRemembered() {
        Sanctions open = suspended(OCTOBER, null);
        assertThat(open.standing()).isEqualTo(standing(LicenceStatus.SUSPENDED, OCTOBER, null, "why"));
        assertThat(open.resumed(OCTOBER.plusDays(90), "trained", LATER).standing())
                .isEqualTo(standing(LicenceStatus.ACTIVE, OCTOBER, OCTOBER.plusDays(90), "trained"));
    }

    @Test
    void aSuspensionLiftedBeforeItBeganLeavesNoPeriod() {
        assertThat(suspended(OCTOBER, null).resumed(OCTOBER, "mistake", LATER).standing())
                .isEqualTo(new Standing(LicenceStatus.ACTIVE, null, null, null, "mistake"));
    }

    @Test
    void aSuspensionEndsOnItsDayAndNotBefore() {
        Sanctions until = suspended(OCTOBER, OCTOBER.plusDays(30));
        assertThat(until.lapsed(OCTOBER.plusDays(29), LATER)).isEqualTo(until);
        assertThat(until.lapsed(OCTOBER.plusDays(31), LATER).standing())
                .isEqualTo(standing(LicenceStatus.ACTIVE, OCTOBER, OCTOBER.plusDays(30), "why"));
    }

    @Test
    void endingOneSanctionNeverLiftsAnother() {
        Sanctions both = failed(suspended(OCTOBER.minusDays(5), OCTOBER.plusDays(5)), Kind.SUSPENSION);
        assertThat(both.standing().suspendedFrom()).isEqualTo(OCTOBER.minusDays(5));
        assertThat(both.standing().suspendedTo()).isNull();
        assertThat(both.lapsed(OCTOBER.plusDays(9), LATER).standing())
                .isEqualTo(standing(LicenceStatus.SUSPENDED, OCTOBER, null, "failed"));
        assertThat(both.resumed(OCTOBER, "mistake", LATER).standing().status()).isEqualTo(LicenceStatus.SUSPENDED);
        assertThat(both.ended(FAILED, OCTOBER, "passed", LATER).standing().suspendedTo())
                .isEqualTo(OCTOBER.plusDays(5));
    }

    @Test
    void suspensionsApartStandOneAfterTheOther() {
        Sanctions two = suspended(OCTOBER, OCTOBER.plusDays(10))
                .with(Sanction.decided(Kind.SUSPENSION, OCTOBER.plusDays(50), null, "again", DECISION));
        assertThat(two.standing().suspendedTo()).isEqualTo(OCTOBER.plusDays(10));
        assertThat(two.lapsed(OCTOBER.plusDays(10), LATER).standing().suspendedFrom())
                .isEqualTo(OCTOBER.plusDays(50));
    }

    @Test
    void whatFollowedFromAnAssessmentIsTakenBackWithoutATraceEvenARevocation() {
        Sanctions revoked = failed(Sanctions.NONE, Kind.REVOCATION);
        assertThat(revoked.standing().revokedFrom()).isEqualTo(OCTOBER);
        assertThat(revoked.takenBack(FAILED, "wrong person", LATER).standing())
                .isEqualTo(new Standing(LicenceStatus.ACTIVE, null, null, null, "wrong person"));
    }

    @Test
    void aSuspensionThatAPassEndedStandsAgainWhenThePassIsAnnulled() {
        Sanctions passed = failed(Sanctions.NONE, Kind.SUSPENSION).ended(FAILED, OCTOBER.plusDays(99), "passed", LATER);
        assertThat(passed.standing().status()).isEqualTo(LicenceStatus.ACTIVE);
        assertThat(passed.reopened(FAILED).standing())
                .isEqualTo(standing(LicenceStatus.SUSPENDED, OCTOBER, null, "failed"));
    }

    @Test
    void aFileThatRepeatsItselfSaysNothingNew() {
        Standing entered = standing(LicenceStatus.SUSPENDED, OCTOBER, OCTOBER.plusDays(9), "file");
        Sanctions told = Sanctions.NONE.told(entered, DECISION);
        assertThat(told.standing()).isEqualTo(entered);
        assertThat(told.told(entered, LATER)).isSameAs(told);
        Standing longer = standing(LicenceStatus.SUSPENDED, OCTOBER, OCTOBER.plusDays(19), "file");
        assertThat(told.told(longer, LATER).standing()).isEqualTo(longer);
        assertThat(Sanctions.NONE.told(Standing.ACTIVE, DECISION)).isEqualTo(Sanctions.NONE);
    }

    @Test
    void aFileTellsOfASuspensionThatIsOver() {
        Standing over = standing(LicenceStatus.ACTIVE, OCTOBER, OCTOBER.plusDays(9), "file");
        assertThat(Sanctions.NONE.told(over, DECISION).standing()).isEqualTo(over);
    }
}
