package org.yilianti.rotation.incident;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.money.LargestRemainder;
import org.yilianti.platform.money.Money;
import org.yilianti.rotation.agreement.LiabilityShares;

/**
 * Who bears which part of a damage.
 *
 * @param overrideId the agreed exception it rests on; null when the agreement's shares apply
 */
public record Apportionment(
        Money damage,
        Money home,
        Money host,
        Money member,
        @Nullable UUID overrideId) {

    /** @throws IllegalArgumentException when a part is negative or the parts do not sum to the damage */
    public Apportionment {
        if (home.isNegative() || host.isNegative() || member.isNegative()) {
            throw new IllegalArgumentException("a part of the damage is negative");
        }
        if (!home.plus(host).plus(member).equals(damage)) {
            throw new IllegalArgumentException("the parts do not sum to the damage of " + damage);
        }
    }

    /** By the shares of an agreement, to the fen. */
    static Apportionment by(LiabilityShares shares, Money damage) {
        Map<Party, BigDecimal> weights = new EnumMap<>(Party.class);
        weights.put(Party.HOME, shares.homePercent());
        weights.put(Party.HOST, shares.hostPercent());
        weights.put(Party.MEMBER, shares.memberPercent());
        Map<Party, Money> parts = LargestRemainder.split(damage, weights);
        return new Apportionment(
                damage,
                parts.getOrDefault(Party.HOME, Money.ZERO),
                parts.getOrDefault(Party.HOST, Money.ZERO),
                parts.getOrDefault(Party.MEMBER, Money.ZERO),
                null);
    }
}
