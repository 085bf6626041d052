package org.yilianti.staff.member;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of appointments.
 *
 * @param maxFte most working time of one person over all appointments of a day; 1.00 is full time
 */
@ConfigurationProperties("staff.appointments")
record AppointmentSettings(@DefaultValue("1.20") BigDecimal maxFte) {

    int maxFtePercent() {
        return maxFte.movePointRight(2).intValueExact();
    }
}
