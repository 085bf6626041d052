package org.yilianti.staff.training;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What somebody has earned in a year.
 *
 * @param counted of both classes, each up to its limit
 * @param lacking credits still to be earned; zero when the need is met
 */
public record CreditAccount(
        UUID member,
        String staffNo,
        String institutionCode,
        BigDecimal classOne,
        BigDecimal classTwo,
        BigDecimal counted,
        BigDecimal lacking) {}
