package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.UUID;
import org.yilianti.platform.money.Money;

/**
 * What of the pool goes to an institution's people.
 *
 * @param pointMinutes of all of them
 * @param share by population × score
 * @param amount the share and what came from institutions without points; nothing when it has none itself
 */
record InstitutionShare(UUID institution, String code, BigDecimal pointMinutes, Money share, Money amount) {}
