package org.yilianti.rotation.cascade;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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
    private static final int AT_ALL_HOSTS = 20;

    /** Other terms that wait for the other side. */
    record Proposal(boolean byHome, LocalDate from, int hours, int base) {}

    private final Map<LocalDate, Integer> hours = new HashMap<>();
    private final Map<LocalDate, LocalDate> insuredTo = new HashMap<>();
    private final TreeMap<LocalDate, Integer> served = new TreeMap<>();
    LocalDate today;
    int versions = 1;
    boolean over;
    private @Nullable String ending;

    @Nullable Proposal proposal;

    @Nullable LocalDate decided;

    @Nullable LocalDate licenceSuspended;

    @Nullable LocalDate licenceRevoked;

    /** The first day without a valid licence; null when it has no end. */
    @Nullable LocalDate licenceTo;

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
        if (over) {
            return;
        }
        if (!today.isBefore(END)) {
            ending = "term-over";
        } else if (lasted(licenceRevoked)) {
            ending = "licence-revoked";
        } else if (lasted(unemployed)) {
            ending = "appointment-ended";
        } else if (lapsed() && lasted(lapse())) {
            ending = "insurance-lapsed";
        }
        over = ending != null;
    }

    private boolean lasted(@Nullable LocalDate from) {
        return from != null && !today.isBefore(from.plusDays(PATIENCE));
    }

    String status() {
        return over ? "ended" : causes().isEmpty() ? "active" : "suspended";
    }

    /** Why it does not stand: what ended it, or of all that suspends it what began first, by code of what began on the same day. */
    @Nullable String reason() {
        return over
                ? ending
                : causes().stream()
                        .min(Comparator.comparing(Cause::from).thenComparing(Cause::code))
                        .map(Cause::code)
                        .orElse(null);
    }

    private record Cause(String code, LocalDate from) {}

    /** Everything that stands in the way today. */
    private List<Cause> causes() {
        List<Cause> causes = new ArrayList<>();
        add(causes, "by-decision", decided);
        licence(causes);
        add(causes, "appointment-ended", unemployed);
        add(causes, "assessment-failed", failed);
        add(causes, "insurance-lapsed", lapsed() ? lapse() : null);
        add(causes, "weekly-hours-exceeded", hoursFrom());
        add(causes, "hosts-hours-exceeded", beyond(AT_ALL_HOSTS));
        return causes;
    }

    /** A licence has one obstacle a day: revocation before the end of its days, and that before suspension. */
    private void licence(List<Cause> causes) {
        if (licenceRevoked != null) {
            causes.add(new Cause("licence-revoked", licenceRevoked));
        } else if (reached(licenceTo, today)) {
            add(causes, "licence-expired", licenceTo);
        } else {
            add(causes, "licence-suspended", licenceSuspended);
        }
    }

    private static void add(List<Cause> causes, String code, @Nullable LocalDate from) {
        if (from != null) {
            causes.add(new Cause(code, from));
        }
    }

    /** Whether the member may practise at the host on a day from today on. */
    boolean lawful(LocalDate day) {
        LocalDate beyond = hoursFrom();
        boolean stopped = over
                || reached(decided, day)
                || reached(licenceSuspended, day)
                || reached(unemployed, day)
                || reached(licenceRevoked, day)
                || reached(licenceTo, day);
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

    /** The first day of the present week that hours beyond the agreement's cap take away; null when none does. */
    private @Nullable LocalDate hoursFrom() {
        int cap = Integer.MAX_VALUE;
        for (LocalDate day = monday(today); day.isBefore(monday(today).plusDays(7)); day = day.plusDays(1)) {
            cap = Math.min(cap, hours.getOrDefault(day, Integer.MAX_VALUE));
        }
        return beyond(cap);
    }

    private @Nullable LocalDate beyond(int cap) {
        LocalDate next = monday(today).plusDays(7);
        int sum = 0;
        for (Map.Entry<LocalDate, Integer> one : served.tailMap(monday(today)).entrySet()) {
            sum += one.getValue();
            if (sum > cap * 60L + TOLERANCE) {
                LocalDate first = one.getKey().plusDays(1);
                return first.isBefore(next) ? first : null;
            }
        }
        return null;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    public String toString() {
        return "%s on %s: decided %s, licence suspended %s, revoked %s, to %s, unemployed %s, failed %s, insured to %s, served %s, versions %d, proposal %s"
                .formatted(
                        status(),
                        today,
                        decided,
                        licenceSuspended,
                        licenceRevoked,
                        licenceTo,
                        unemployed,
                        failed,
                        insuredTo.get(today),
                        served.tailMap(monday(today)),
                        versions,
                        proposal);
    }
}
