package org.yilianti.rotation.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.agreement.LiabilityShares;
import org.yilianti.rotation.incident.Incident.Report;
import org.yilianti.rotation.incident.ShareOverride.Parts;
import org.yilianti.rotation.incident.ShareOverride.State;

/** The life of an incident and the exact division of its damage (M3). */
class IncidentTests {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final LiabilityShares SHARES = shares("33.33", "56.67", "10.00");

    private final IncidentParties parties =
            new IncidentParties(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private final Incident reported = Incident.reported(
            UUID.randomUUID(),
            UUID.randomUUID(),
            1,
            SHARES,
            parties,
            NOW,
            new Report(UUID.randomUUID(), null, null, NOW, Severity.MINOR, "a fall"),
            "ward",
            NOW);

    @Test
    void itIsReportedReviewedSettledAndClosedByDifferentPeopleWhereItMatters() {
        Incident closed = reported.reviewed("ward", NOW, "n")
                .settled(Money.ofFen(1_000_001), "registrar", NOW, "n")
                .closed("other", NOW, "n");
        assertThat(closed.status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(closed.version()).isEqualTo(4);
        assertThat(closed.steps())
                .extracting(IncidentStep::action)
                .containsExactly("reported", "review-opened", "settled", "closed");
    }

    @Test
    void whoReportedDoesNotSettleAndWhoSettledDoesNotClose() {
        Incident review = reported.reviewed("ward", NOW, "n");
        assertRefused("incident.four-eyes", () -> review.settled(Money.ofFen(1), "ward", NOW, "n"));
        Incident settled = review.settled(Money.ofFen(1), "registrar", NOW, "n");
        assertRefused("incident.four-eyes", () -> settled.closed("registrar", NOW, "n"));
    }

    @Test
    void noStepIsSkippedOrTakenTwice() {
        assertRefused("incident.state", () -> reported.settled(Money.ofFen(1), "registrar", NOW, "n"));
        assertRefused("incident.state", () -> reported.closed("registrar", NOW, "n"));
        Incident review = reported.reviewed("a", NOW, "n");
        assertRefused("incident.state", () -> review.reviewed("b", NOW, "n"));
        Incident closed = review.settled(Money.ofFen(1), "b", NOW, "n").closed("c", NOW, "n");
        assertRefused("incident.state", () -> closed.settled(Money.ofFen(2), "b", NOW, "n"));
        assertRefused(
                "incident.state",
                () -> ShareOverride.proposed(closed, new Parts(1, 0, 0), "r", parties.homeId(), "b", NOW));
    }

    @Test
    void theOddFenGoesToTheLargestRemainder() {
        Apportionment parts = Apportionment.by(SHARES, Money.ofFen(1_000_001));
        assertThat(parts.home().fen()).isEqualTo(333_300);
        assertThat(parts.host().fen()).isEqualTo(566_701);
        assertThat(parts.member().fen()).isEqualTo(100_000);
    }

    /** Property: whatever the shares and the damage, the parts sum to it and are within a fen of the exact share. */
    @Test
    void anApportionmentAlwaysSumsExactly() {
        Random random = new Random(20_261_121);
        for (int round = 0; round < 20_000; round++) {
            int home = random.nextInt(10_001);
            int host = random.nextInt(10_001 - home);
            LiabilityShares shares = new LiabilityShares(
                    BigDecimal.valueOf(home, 2),
                    BigDecimal.valueOf(host, 2),
                    BigDecimal.valueOf(10_000 - home - host, 2));
            long damage = random.nextLong(1L << (1 + random.nextInt(45)));
            Apportionment parts = Apportionment.by(shares, Money.ofFen(damage));
            assertThat(parts.home().fen() + parts.host().fen() + parts.member().fen())
                    .isEqualTo(damage);
            assertThat(Math.abs(parts.home().fen() * 10_000.0 - (double) damage * home))
                    .isLessThan(10_001);
            assertThat(shares.memberPercent().signum() > 0 || parts.member().isZero())
                    .isTrue();
        }
    }

    @Test
    void otherPartsMustSumToTheDamageAndBeAgreedOnByTwoPeople() {
        Incident settled = reported.reviewed("a", NOW, "n").settled(Money.ofFen(1_000), "registrar", NOW, "n");
        assertRefused(
                "incident.parts-sum",
                () -> ShareOverride.proposed(settled, new Parts(400, 500, 99), "r", parties.homeId(), "home", NOW));
        ShareOverride proposed =
                ShareOverride.proposed(settled, new Parts(400, 600, 0), "r", parties.homeId(), "home", NOW);
        assertRefused("incident.override-four-eyes", () -> proposed.decided(State.CONSENTED, "home", NOW, null));
        ShareOverride consented = proposed.decided(State.CONSENTED, "host", NOW, null);
        assertRefused("incident.override-settled", () -> consented.decided(State.REFUSED, "host", NOW, "no"));
        Incident overridden = settled.overridden(consented.parts(), "host", NOW, null);
        assertThat(overridden.apportionment()).isEqualTo(consented.parts());
        assertThat(overridden.shares())
                .as("what the agreement said stays known")
                .isEqualTo(SHARES);
    }

    private static LiabilityShares shares(String home, String host, String member) {
        return new LiabilityShares(new BigDecimal(home), new BigDecimal(host), new BigDecimal(member));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
