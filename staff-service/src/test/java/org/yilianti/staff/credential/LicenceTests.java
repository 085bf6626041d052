package org.yilianti.staff.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.credential.Licence.Decision;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.member.MemberId;

class LicenceTests {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 19);
    private static final Decision DECISION = new Decision(Instant.parse("2026-10-01T09:00:00Z"), "hr");

    private final MemberId holder = new MemberId(Ids.next());
    private final Licence active = Licence.granted(
            UUID.randomUUID(),
            holder,
            new InstitutionId(Ids.next()),
            details("2015-01-01"),
            null,
            Standing.ACTIVE,
            DECISION);

    private static LicenceDetails details(String from) {
        return new LicenceDetails(
                "N1",
                LicenceKind.PHYSICIAN,
                PracticeCategory.CLINICAL,
                null,
                "H01",
                null,
                DatePeriod.from(LocalDate.parse(from)));
    }

    private static void assertRefused(Runnable verb, String code) {
        assertThatThrownBy(verb::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    @Test
    void aSuspensionHoldsUntilItIsLiftedAndItsPeriodIsRemembered() {
        Licence suspended = active.suspended(OCTOBER, null, "failed assessment", DECISION);
        assertThat(suspended.version()).isEqualTo(2);
        assertThat(suspended.recordedAt()).isAfter(active.recordedAt());
        Licence resumed = suspended.resumed(OCTOBER.plusDays(90), "trained", DECISION);
        assertThat(resumed.standing().status()).isEqualTo(LicenceStatus.ACTIVE);
        assertThat(resumed.standing().suspendedFrom()).isEqualTo(OCTOBER);
        assertThat(resumed.standing().suspendedTo()).isEqualTo(OCTOBER.plusDays(90));
    }

    @Test
    void aSuspensionLiftedBeforeItBeganLeavesNoPeriod() {
        Licence resumed = active.suspended(OCTOBER, null, "mistake", DECISION).resumed(OCTOBER, "mistake", DECISION);
        assertThat(resumed.standing().suspendedFrom()).isNull();
        assertThat(resumed.standing().suspendedTo()).isNull();
    }

    @Test
    void onlyWhatStandsCanBeDecidedOn() {
        Licence suspended = active.suspended(OCTOBER, null, "why", DECISION);
        Licence revoked = suspended.revoked(OCTOBER, "why", DECISION);
        assertRefused(() -> suspended.suspended(OCTOBER, null, "again", DECISION), "licence.not-active");
        assertRefused(() -> active.resumed(OCTOBER, "why", DECISION), "licence.not-suspended");
        assertRefused(() -> revoked.revoked(OCTOBER, "again", DECISION), "licence.revoked");
        assertRefused(() -> revoked.resumed(OCTOBER, "why", DECISION), "licence.not-suspended");
        assertRefused(() -> active.suspended(LocalDate.of(2014, 1, 1), null, "why", DECISION), "licence.before-valid");
    }

    @Test
    void aFileNeverLiftsADecision() {
        Standing suspended = Standing.ACTIVE.suspended(OCTOBER, null, "why");
        Standing revoked = suspended.revoked(OCTOBER, "why");
        assertThat(suspended.objectionToFile(Standing.ACTIVE)).isPresent();
        assertThat(revoked.objectionToFile(suspended)).isPresent();
        assertThat(suspended.objectionToFile(revoked)).isEmpty();
        assertThat(Standing.ACTIVE.objectionToFile(suspended)).isEmpty();
    }

    @Test
    void aRenewalIsOfTheSamePersonAndKindAndBeginsLater() {
        active.requireRenewableBy(holder, details("2026-01-01"));
        assertRefused(
                () -> active.requireRenewableBy(new MemberId(Ids.next()), details("2026-01-01")),
                "licence.renews-other");
        assertRefused(() -> active.requireRenewableBy(holder, details("2015-01-01")), "licence.renewal-too-early");
        assertRefused(
                () -> active.revoked(OCTOBER, "why", DECISION).requireRenewableBy(holder, details("2026-01-01")),
                "licence.revoked");
    }

    @Test
    void aRevokedRowWithoutADateCountsAsRevokedFromItsFirstDay() {
        Entry entry = Entry.form("status", "revoked");
        assertThat(Standing.read(entry, OCTOBER).revokedFrom()).isEqualTo(OCTOBER);
        assertThat(entry.faulty()).isFalse();
    }
}
