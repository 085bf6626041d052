package org.yilianti.staff.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Fault;

class AppointmentPolicyTests {

    private static AppointmentDetails main(int percent, String from, @Nullable String to) {
        return details(percent, true, from, to);
    }

    private static AppointmentDetails side(int percent, String from, @Nullable String to) {
        return details(percent, false, from, to);
    }

    private static AppointmentDetails details(int percent, boolean main, String from, @Nullable String to) {
        DatePeriod valid = new DatePeriod(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        return new AppointmentDetails("A" + from, "H01", null, "physician", percent, main, valid);
    }

    private static List<String> objections(AppointmentDetails wanted, AppointmentDetails... others) {
        return AppointmentPolicy.all(AppointmentLimits.standard()).stream()
                .flatMap(policy -> policy.objection(wanted, Arrays.asList(others)).stream())
                .map(Fault::code)
                .toList();
    }

    @Test
    void twoMainAppointmentsMayFollowButNotOverlap() {
        AppointmentDetails first = main(50, "2020-01-01", "2026-01-01");
        assertThat(objections(main(50, "2026-01-01", null), first)).isEmpty();
        assertThat(objections(main(50, "2025-12-31", null), first)).containsExactly("main-overlaps");
    }

    @Test
    void aSideAppointmentMayOverlapTheMainOne() {
        assertThat(objections(side(20, "2021-01-01", null), main(100, "2020-01-01", null)))
                .isEmpty();
    }

    @Test
    void workingTimeIsLimitedOnEveryDayNotInSum() {
        AppointmentDetails main = main(100, "2020-01-01", "2024-01-01");
        AppointmentDetails later = side(60, "2024-01-01", null);
        assertThat(objections(side(60, "2024-01-01", null), main, later)).isEmpty();
        assertThat(objections(side(61, "2024-06-01", null), later)).containsExactly("fte-exceeded");
        assertThat(objections(side(21, "2019-01-01", null), main)).containsExactly("fte-exceeded");
        assertThat(objections(side(21, "2019-01-01", "2020-01-01"), main)).isEmpty();
    }
}
