package org.yilianti.rotation.agreement;

import java.time.LocalDate;
import org.yilianti.platform.money.Money;

/**
 * The medical liability insurance behind an agreement.
 *
 * @param validTo first day without cover
 */
public record Insurance(String policyNumber, String insurer, Money cover, LocalDate validTo) {

    public Insurance {
        if (cover.isNegative() || cover.isZero()) {
            throw new IllegalArgumentException("an insurance must cover something, not " + cover);
        }
    }
}
