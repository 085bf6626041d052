package org.yilianti.rotation.cascade;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The life of an agreement in force told again in the simplest way: what holds on each day of the term, and a few dates. */
final class AgreementModel {

    static final LocalDate START = LocalDate.of(2026, 10, 1);
    static final LocalDate END = LocalDate.of(2027, 10, 1);
    private static final int TOLERANCE = 60;
    private static final int PATIENCE = 30;

    /** Other terms that wait for the other side. */
    record Proposal(boolean byHome, LocalDate from, int hours, int base) {}

    private final Map<LocalDate, Integer> hours = new HashMap<>();
    private final Map<LocalDate, LocalDate> insuredTo = new HashMap<>();
    private final TreeMap<LocalDate, Integer> served = new TreeMap<>();
    LocalDate today;
    int versions = 1;
    boolean over;

    @Nullable Proposal proposal;

    @Nullable LocalDate decided;

    @Nullable LocalDate licenceSuspended;

    @Nullable LocalDate unemployed;

    @Nullable LocalDate failed;

    private final TreeSet<LocalDate> consents = new TreeSet<>(Set.of(START));

    AgreementModel(LocalDate today) {
        this.today = today;
        for (LocalDate day = START; day.isBefore(END); day = day.plusDays(1)) {
            hours.put(day, 12);
            insuredTo.put(day, END);
        }
    }

    void serve(int minutes) {
        served.put(today, minutes);
    }

    /** Terms agreed but not yet in force are insured anew as well: each is a version more. */
    void insure(LocalDate until) {
        for (LocalDate day = today; day.isBefore(END); day = day.plusDays(1)) {
            insuredTo.put(day, until);
        }
        versions += 1 + consents.tailSet(today.plusDays(1)).size();
    }

    /** The status that the service must answer a proposal with. */
    int mayPropose(LocalDate from) {
        if (over) {
            return 409;
        }
        if (!from.isAfter(consents.last()) || !from.isBefore(END) || from.isBefore(today)) {
            return 422;
        }
        return proposal == null ? 201 : 409;
    }

    int mayConsent(boolean byHome) {
        Proposal open = proposal;
        if (open == null || open.byHome() == byHome) {
            return 403;
        }
        if (open.base() != versions) {
            return 409;
        }
        if (open.from().isBefore(today)) {
            return 422;
        }
        return over ? 409 : 200;
    }

    void consented() {
        Proposal open = Objects.requireNonNull(proposal);
        for (LocalDate day = open.from(); day.isBefore(END); day = day.plusDays(1)) {
            hours.put(day, open.hours());
            insuredTo.put(day, END);
        }
        consents.add(open.from());
        versions++;
        proposal = null;
    }

    /** What time and facts make of it; to be called after every command. */
    void settle() {
        boolean ended = !today.isBefore(END)
                || (unemployed != null && !today.isBefore(unemployed.plusDays(PATIENCE)))
                || (lapsed() && !today.isBefore(lapse().plusDays(PATIENCE)));
        over = over || ended;
    }

    String status() {
        if (over) {
            return "ended";
        }
        LocalDate beyond = hoursFrom();
        boolean stands = decided == null
                && licenceSuspended == null
                && unemployed == null
                && failed == null
                && !lapsed()
                && beyond == null;
        return stands ? "active" : "suspended";
    }

    /** Whether the member may practise at the host on a day from today on. */
    boolean lawful(LocalDate day) {
        LocalDate beyond = hoursFrom();
        boolean stopped = over || reached(decided, day) || reached(licenceSuspended, day) || reached(unemployed, day);
        boolean overHours = beyond != null
                && !day.isBefore(beyond)
                && day.isBefore(monday(today).plusDays(7));
        boolean uninsured = lapsed() && insuredAgain().isAfter(day);
        return !stopped && !reached(failed, day) && !overHours && !uninsured && day.isBefore(END);
    }

    private static boolean reached(@Nullable LocalDate from, LocalDate day) {
        return from != null && !day.isBefore(from);
    }

    private boolean lapsed() {
        return today.isBefore(END) && uncovered(today);
    }

    private boolean uncovered(LocalDate day) {
        LocalDate until = insuredTo.get(day);
        return until != null && !until.isAfter(day);
    }

    private LocalDate lapse() {
        LocalDate first = today;
        while (uncovered(first.minusDays(1))) {
            first = first.minusDays(1);
        }
        return first;
    }

    private LocalDate insuredAgain() {
        LocalDate day = today;
        while (uncovered(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The first day of the present week that too many hours take away; null when none does. */
    private @Nullable LocalDate hoursFrom() {
        LocalDate monday = monday(today);
        int cap = Integer.MAX_VALUE;
        for (LocalDate day = monday; day.isBefore(monday.plusDays(7)); day = day.plusDays(1)) {
            cap = Math.min(cap, hours.getOrDefault(day, Integer.MAX_VALUE));
        }
        int sum = 0;
        for (Map.Entry<LocalDate, Integer> one : served.tailMap(monday).entrySet()) {
            sum += one.getValue();
            if (sum > cap * 60L + TOLERANCE) {
                LocalDate first = one.getKey().plusDays(1);
                return first.isBefore(monday.plusDays(7)) ? first : null;
            }
        }
        return null;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    public String toString() {
        return "%s on %s: decided %s, licence %s, unemployed %s, failed %s, insured to %s, served %s, versions %d, proposal %s"
                .formatted(
                        status(),
                        today,
                        decided,
                        licenceSuspended,
                        unemployed,
                        failed,
                        insuredTo.get(today),
                        served.tailMap(monday(today)),
                        versions,
                        proposal);
    }
}
