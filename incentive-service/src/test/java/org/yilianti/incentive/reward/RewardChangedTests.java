package org.yilianti.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yilianti.incentive.reward.RewardCase.Effect;
import org.yilianti.incentive.reward.RewardCase.Grounds;
import org.yilianti.incentive.reward.RewardCase.Signature;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.test.EventContract;
import tools.jackson.databind.json.JsonMapper;

/** What other services are told of a case (I10, for R9 and R10). */
class RewardChangedTests {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    private static RewardCase proposed() {
        return RewardCase.proposed(
                Ids.next(),
                RewardMeasure.WARNING,
                new RewardSubject(Ids.next(), "H1", Ids.next(), "S1"),
                new Grounds(RewardBasis.CONDUCT, "in confidence", "file 7"),
                Money.ZERO,
                new Signature("maker", NOW.minusSeconds(60)));
    }

    @Test
    void theDayOnWhichItTookEffectIsToldAndKeptWhenItIsRevoked() {
        RewardCase effective = proposed().effective(new Effect("second", NOW, null));
        RewardCase revoked = effective
                .revocationAsked("mistaken", "maker")
                .revoked(true, new Signature("third", NOW.plusSeconds(60)));
        assertThat(RewardChanged.of(proposed()).effectiveAt()).isNull();
        for (RewardCase one : new RewardCase[] {proposed(), effective, revoked}) {
            String body = new JsonMapper().writeValueAsString(RewardChanged.of(one));
            EventContract.assertValid(RewardChanged.TYPE, body);
            assertThat(body).doesNotContain("in confidence", "file 7");
        }
        assertThat(RewardChanged.of(revoked).effectiveAt()).isEqualTo(NOW);
        assertThat(RewardChanged.of(revoked).status()).isEqualTo("revoked");
    }
}
