package org.yilianti.rotation.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an agreement lets its member practise at the host. */
public enum AgreementStatus {
    ACTIVE,
    SUSPENDED,
    ENDED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
