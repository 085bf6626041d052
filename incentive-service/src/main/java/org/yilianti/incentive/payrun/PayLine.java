package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import org.yilianti.platform.money.Money;

/** What a person earns at an institution, post salary and allowances included. */
record PayLine(Work work, BigDecimal pointMinutes, Money amount) {}
