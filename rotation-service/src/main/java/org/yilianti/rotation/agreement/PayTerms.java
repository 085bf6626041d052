package org.yilianti.rotation.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.money.Money;

/**
 * What the host pays for the member's work, besides what the association's pay scheme gives.
 *
 * @param amount for each unit of the basis; zero when nothing is paid
 * @param note what else was agreed about pay; null when nothing
 */
public record PayTerms(Basis basis, Money amount, @Nullable String note) {

    public static final PayTerms NONE = new PayTerms(Basis.NONE, Money.ZERO, null);

    /** What an amount is paid for. */
    public enum Basis {
        NONE,
        SESSION,
        HOUR,
        MONTH;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Basis ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** @throws IllegalArgumentException when the amount is negative, or there is one without a basis or none with a basis */
    public PayTerms {
        if (amount.isNegative() || (basis == Basis.NONE) != amount.isZero()) {
            throw new IllegalArgumentException("pay is an amount for a session, hour or month, or nothing: " + amount);
        }
    }
}
