package org.yilianti.staff.training;

import java.math.BigDecimal;
import java.util.List;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.member.StaffCategory;

/**
 * How many credits everybody needs each year (R7).
 *
 * @param yearly credits that count, of both classes together
 * @param exempt categories that need none
 * @param passAttendance percent of a session that must be attended to pass it
 * @param promotionYears full calendar years before a promotion in which the need must have been met; 0 for none
 * @param leadDays days before the end of the year on which offices are told who lacks credits
 */
record CreditNeeds(
        BigDecimal yearly,
        Share classOne,
        Share classTwo,
        List<StaffCategory> exempt,
        int passAttendance,
        int promotionYears,
        List<Integer> leadDays) {

    /** What a class contributes: at least so many, and no more of them count. */
    record Share(BigDecimal atLeast, BigDecimal atMost) {}

    /** Refuses (422) shares that cannot add up to the yearly need, and days and percentages out of range. */
    CreditNeeds {
        exempt = List.copyOf(exempt);
        leadDays = List.copyOf(leadDays);
        BigDecimal least = classOne.atLeast().add(classTwo.atLeast());
        BigDecimal most = classOne.atMost().add(classTwo.atMost());
        if (classOne.atLeast().signum() < 0
                || classTwo.atLeast().signum() < 0
                || classOne.atLeast().compareTo(classOne.atMost()) > 0
                || classTwo.atLeast().compareTo(classTwo.atMost()) > 0
                || least.compareTo(yearly) > 0
                || most.compareTo(yearly) < 0) {
            throw Refusal.invalid("policy.credit-shares-unfit", yearly, least, most);
        }
        if (passAttendance < 0 || passAttendance > 100 || promotionYears < 0 || promotionYears > 10) {
            throw Refusal.invalid("policy.credit-years-unfit", passAttendance, promotionYears);
        }
        if (leadDays.isEmpty() || leadDays.stream().anyMatch(days -> days < 0 || days > 365)) {
            throw Refusal.invalid("policy.lead-days-unfit", 365);
        }
    }

    /** 25 a year, class I 5 to 10 and class II 15 to 20 (rules of continuing medical education, as commonly published). */
    static CreditNeeds standard() {
        return new CreditNeeds(
                new BigDecimal("25"),
                new Share(new BigDecimal("5"), new BigDecimal("10")),
                new Share(new BigDecimal("15"), new BigDecimal("20")),
                List.of(StaffCategory.MANAGEMENT, StaffCategory.LOGISTICS),
                80,
                1,
                List.of(90, 30));
    }
}
