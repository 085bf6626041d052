package org.yilianti.staff.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.credential.Licence.Decision;
import org.yilianti.staff.credential.Sanction.Kind;
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
    void onlyWhatStandsCanBeDecidedOn() {
        Licence suspended = active.stands(suspension(OCTOBER, null).standing(), DECISION);
        Licence revoked = active.stands(
                Sanctions.NONE
                        .with(Sanction.decided(Kind.REVOCATION, OCTOBER, null, "why", DECISION))
                        .standing(),
                DECISION);
        assertThat(suspended.version()).isEqualTo(2);
        assertThat(suspended.recordedAt()).isAfter(active.recordedAt());
        assertRefused(() -> suspended.requireSuspendable(OCTOBER), "licence.not-active");
        assertRefused(active::requireSuspended, "licence.not-suspended");
        assertRefused(revoked::requireUnrevoked, "licence.revoked");
        assertRefused(() -> active.requireSuspendable(LocalDate.of(2014, 1, 1)), "licence.before-valid");
    }

    private static Sanctions suspension(LocalDate from, @Nullable LocalDate to) {
        return Sanctions.NONE.with(Sanction.decided(Kind.SUSPENSION, from, to, "why", DECISION));
    }

    @Test
    void aFileNeverLiftsADecision() {
        Standing suspended = suspension(OCTOBER, null).standing();
        Standing revoked = Sanctions.NONE
                .with(Sanction.decided(Kind.REVOCATION, OCTOBER, null, "why", DECISION))
                .standing();
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
                () -> active.stands(suspension(OCTOBER, null).standing(), DECISION)
                        .requireRenewableBy(holder, details("2026-01-01")),
                "licence.not-active");
    }

    @Test
    void aRevokedRowWithoutADateCountsAsRevokedFromItsFirstDay() {
        Entry entry = Entry.form("status", "revoked");
        assertThat(Standing.read(entry, OCTOBER).revokedFrom()).isEqualTo(OCTOBER);
        assertThat(entry.faulty()).isFalse();
    }
}
