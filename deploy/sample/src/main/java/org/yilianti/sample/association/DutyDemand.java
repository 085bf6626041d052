package org.yilianti.sample.association;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yilianti.sample.script.MonthScript.Shift;

/**
 * The duty demand of an institution: three shifts of eight hours around the clock in proportion to its staff, and the expert
 * clinics that only the doctors of the month can hold. The dental clinic of T02 can be held by nobody.
 */
final class DutyDemand {

    private static final List<String> ALL_DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final List<String> WORKDAYS = ALL_DAYS.subList(0, 5);
    private static final List<String> WEEKEND = ALL_DAYS.subList(5, 7);
    private static final int SHIFT = 480;
    private static final int CLINIC = 240;

    private final Map<Category, Integer> staff;
    private final List<Shift> shifts = new ArrayList<>();

    private DutyDemand(Map<Category, Integer> staff) {
        this.staff = staff;
    }

    static List<Shift> shifts(String site, Map<Category, Integer> staff) {
        var demand = new DutyDemand(staff);
        if (site.startsWith("H")) {
            demand.hospital();
        } else {
            demand.township();
        }
        demand.clinics(site);
        return demand.shifts;
    }

    private void hospital() {
        around("PD", "医师白班", "08:00", Category.PHYSICIAN, WORKDAYS, 20, 24);
        around("PW", "医师周末白班", "08:00", Category.PHYSICIAN, WEEKEND, 8, 10);
        around("PE", "医师中班", "16:00", Category.PHYSICIAN, ALL_DAYS, 5, 6);
        around("PN", "医师夜班", "00:00", Category.PHYSICIAN, ALL_DAYS, 5, 6);
        around("ND", "护士白班", "08:00", Category.NURSE, ALL_DAYS, 15, 17);
        around("NE", "护士中班", "16:00", Category.NURSE, ALL_DAYS, 7, 8);
        around("NN", "护士夜班", "00:00", Category.NURSE, ALL_DAYS, 6, 7);
        around("RD", "药房白班", "08:00", Category.PHARMACIST, ALL_DAYS, 12, 12);
        around("TD", "检验影像白班", "08:00", Category.TECHNICIAN, ALL_DAYS, 10, 12);
    }

    private void township() {
        around("PD", "医师白班", "08:00", Category.PHYSICIAN, WORKDAYS, 25, 33);
        around("PW", "医师周末白班", "08:00", Category.PHYSICIAN, WEEKEND, 16, 16);
        around("PE", "医师中班", "16:00", Category.PHYSICIAN, ALL_DAYS, 8, 8);
        around("PN", "医师夜班", "00:00", Category.PHYSICIAN, ALL_DAYS, 8, 8);
        around("ND", "护士白班", "08:00", Category.NURSE, ALL_DAYS, 21, 28);
        around("NE", "护士中班", "16:00", Category.NURSE, ALL_DAYS, 7, 7);
        around("NN", "护士夜班", "00:00", Category.NURSE, ALL_DAYS, 7, 7);
        around("RD", "药房白班", "08:00", Category.PHARMACIST, WORKDAYS, 25, 25);
        around("TD", "检验影像白班", "08:00", Category.TECHNICIAN, WORKDAYS, 25, 25);
    }

    private void clinics(String site) {
        switch (site) {
            case "T01" -> {
                clinic("XC", "心内科专家门诊", "13:30", Specialty.CARDIOLOGY, List.of("TUE", "THU"));
                clinic("XP", "儿科专家门诊", "08:00", Specialty.PAEDIATRICS, List.of("WED"));
                clinic("XD", "皮肤科专家门诊", "13:30", Specialty.DERMATOLOGY, List.of("FRI"));
            }
            case "T02" -> {
                clinic("XO", "骨科专家门诊", "13:30", Specialty.ORTHOPAEDICS, List.of("TUE", "THU"));
                clinic("XG", "妇产科专家门诊", "08:00", Specialty.OBSTETRICS, List.of("WED"));
                clinic("XY", "眼科专家门诊", "13:30", Specialty.OPHTHALMOLOGY, List.of("FRI"));
                clinic("XK", "口腔科门诊", "08:00", Specialty.DENTISTRY, List.of("SAT"));
            }
            case "H02" -> {
                clinic("XN", "神经内科会诊", "13:30", Specialty.NEUROLOGY, List.of("MON"));
                clinic("XE", "急诊带教", "13:30", Specialty.EMERGENCY, List.of("WED"));
            }
            default -> throw new IllegalArgumentException("no clinics are planned for " + site);
        }
    }

    /** A shift of the day's round; people needed in percent of the category's staff, at least one. */
    private void around(
            String code, String name, String start, Category category, List<String> days, int minimum, int desired) {
        shifts.add(new Shift(
                code,
                name,
                start,
                SHIFT,
                start.equals("00:00"),
                category.code(),
                null,
                days,
                percent(category, minimum),
                percent(category, desired)));
    }

    private void clinic(String code, String name, String start, Specialty specialty, List<String> days) {
        shifts.add(
                new Shift(code, name, start, CLINIC, false, Category.PHYSICIAN.code(), specialty.code(), days, 1, 1));
    }

    private int percent(Category category, int percent) {
        return Math.max(1, Math.round(staff.getOrDefault(category, 0) * percent / 100f));
    }
}
