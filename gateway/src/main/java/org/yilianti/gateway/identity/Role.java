package org.yilianti.gateway.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a grant allows; what each role may do is decided by the services. */
public enum Role {
    ASSOCIATION_ADMIN,
    HR_OFFICER,
    REGISTRAR,
    SCHEDULER,
    EVALUATOR,
    PAYROLL_OFFICER,
    PAYROLL_REVIEWER,
    AUDITOR,
    STAFF,
    INTEGRATION;

    /** The name in tokens, in the database and on the wire, such as {@code hr-officer}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Role of(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role '" + wireName + "'"));
    }
}
