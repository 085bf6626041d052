package org.yilianti.sample.association;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yilianti.sample.script.MonthScript;
import org.yilianti.sample.script.MonthScript.Application;
import org.yilianti.sample.script.MonthScript.Outcome;

/** Writes the script of the sample month from the people it has met: roles by staff number, demand by numbers of staff. */
final class MonthWriter {

    private static final List<String> ROSTERED = List.of("H02", "T01", "T02");
    private static final List<String> PAID = List.of("T01", "T02");
    private static final int SUSPENDED_ON = 19;
    private static final int WEEKLY_HOURS = 12;

    private final YearMonth month;
    private final Map<Role, String> staffNo = new EnumMap<>(Role.class);
    private final Map<String, Map<Category, Integer>> staff = new HashMap<>();
    private final Map<String, Map<Category, String>> lastOf = new HashMap<>();

    MonthWriter(YearMonth month) {
        this.month = month;
    }

    /** Remembers what the script needs to know of a person. */
    void meet(Person person) {
        var role = person.position().role();
        if (role != null) {
            staffNo.put(role, person.staffNo());
        }
        var site = person.site().code();
        if (ROSTERED.contains(site)) {
            staff.computeIfAbsent(site, key -> new EnumMap<>(Category.class)).merge(person.category(), 1, Integer::sum);
            lastOf.computeIfAbsent(site, key -> new EnumMap<>(Category.class)).put(person.category(), person.staffNo());
        }
    }

    MonthScript script() {
        return new MonthScript(
                month.toString(),
                staffNo.keySet().stream().map(this::application).toList(),
                roster(),
                new MonthScript.Suspension(
                        of(Role.ORTHOPAEDIST),
                        month.atDay(SUSPENDED_ON).toString(),
                        "定期考核不合格 (periodic assessment failed)"),
                service(),
                pay());
    }

    private Application application(Role role) {
        var outcome =
                switch (role) {
                    case EXPIRED -> Outcome.REFUSED_BY_RULE;
                    case UNWANTED -> Outcome.REFUSED_BY_PERSON;
                    default -> Outcome.FILED;
                };
        var until = month.plusYears(1).atDay(1).toString();
        return new Application(
                of(role),
                role == Role.CARDIOLOGIST ? "doctor" : "hr",
                role.home(),
                role.host(),
                month.atDay(1).toString(),
                until,
                WEEKLY_HOURS,
                role.specialty().department() + "专家门诊、带教、下乡巡诊 ("
                        + role.specialty().code() + ": expert clinic, teaching, outreach)",
                new MonthScript.Liability("30.00", "60.00", "10.00"),
                new MonthScript.Insurance("SYN-INS-" + of(role), "示例保险公司", 100_000_000L, until),
                outcome,
                outcome == Outcome.REFUSED_BY_PERSON
                        ? "手术间正在改造，本年度无法接收 (operating room under renovation this year)"
                        : null);
    }

    private MonthScript.Roster roster() {
        var demands = ROSTERED.stream()
                .map(site -> new MonthScript.Demand(site, DutyDemand.shifts(site, staff.getOrDefault(site, Map.of()))))
                .toList();
        return new MonthScript.Roster(8, 20_261_001L, demands);
    }

    private MonthScript.Service service() {
        var outreach = List.of(
                new MonthScript.Outreach(of(Role.CARDIOLOGIST), Role.CARDIOLOGIST.host()),
                new MonthScript.Outreach(of(Role.PAEDIATRICIAN), Role.PAEDIATRICIAN.host()),
                new MonthScript.Outreach(of(Role.OBSTETRICIAN), Role.OBSTETRICIAN.host()),
                new MonthScript.Outreach(of(Role.OPHTHALMOLOGIST), Role.OPHTHALMOLOGIST.host()));
        return new MonthScript.Service(
                outreach, new MonthScript.Outreach(of(Role.UNWANTED), Role.CARDIOLOGIST.host()), "B99999");
    }

    private MonthScript.Pay pay() {
        var quality = List.of(
                new MonthScript.Quality(of(Role.CARDIOLOGIST), "1.05"),
                new MonthScript.Quality(last("T01", Category.NURSE), "1.10"),
                new MonthScript.Quality(last("T01", Category.PHYSICIAN), "0.95"),
                new MonthScript.Quality(last("T02", Category.NURSE), "1.08"),
                new MonthScript.Quality(last("T02", Category.PHYSICIAN), "0.90"));
        return new MonthScript.Pay(
                PAID,
                "两院月度绩效考核 " + month,
                Indicators.scheme(),
                Indicators.measures(),
                quality,
                "基层绩效奖励 " + month,
                "基本公共卫生服务补助 (basic public health subsidy)",
                // Not divisible by two institutions nor by their people, so that remainders have to be placed.
                11_520_007L);
    }

    private String of(Role role) {
        return found(staffNo.get(role), role.name());
    }

    private String last(String site, Category category) {
        return found(lastOf.getOrDefault(site, Map.of()).get(category), category + " of " + site);
    }

    private static String found(@Nullable String staffNo, String who) {
        if (staffNo == null) {
            throw new IllegalStateException("the association is too small: no " + who);
        }
        return staffNo;
    }
}
