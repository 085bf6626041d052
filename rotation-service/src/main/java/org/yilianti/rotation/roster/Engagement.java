package org.yilianti.rotation.roster;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.practice.PostedDays;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.solver.Horizon;

/**
 * What binds a person to sites in some days: home, hours owed, hours lent.
 *
 * @param sites the sites in question; appointments and agreements elsewhere do not count
 */
public record Engagement(PracticeFacts facts, Horizon horizon, Set<UUID> sites) {

    public Member member() {
        return Objects.requireNonNull(facts.member());
    }

    /** The main institution in these days, or any other of the person's, or any site in question. */
    public UUID home() {
        return posted().map(PostedDays::hostInstitutionId).orElseGet(this::appointedHome);
    }

    /** The posting that holds in most of these days, if any: its host is home meanwhile. */
    private Optional<PostedDays> posted() {
        return facts.postings().stream()
                .filter(one -> one.days().contains(horizon.date(horizon.days() / 2)))
                .findFirst();
    }

    private UUID appointedHome() {
        var last = horizon.date(horizon.days() - 1);
        return facts.appointments().stream()
                .max(Comparator.comparing((Appointment one) -> one.period().contains(horizon.start())
                                || one.period().contains(last))
                        .thenComparing(Appointment::main)
                        .thenComparing(Appointment::ftePercent)
                        .thenComparing(Appointment::id))
                .map(Appointment::institutionId)
                .orElseGet(() -> sites.iterator().next());
    }

    /** Full-time hours of the weekdays by the FTE at these sites; for guests the hours of their agreements. */
    public int targetMinutes(int dailyHours) {
        long workdays = IntStream.range(0, horizon.days())
                .mapToObj(day -> horizon.date(day).getDayOfWeek())
                .filter(day -> day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY)
                .count();
        boolean postedHere =
                posted().map(one -> sites.contains(one.hostInstitutionId())).orElse(false);
        int percent = facts.appointments().stream()
                .filter(one -> postedHere || sites.contains(one.institutionId()))
                .mapToInt(Appointment::ftePercent)
                .sum();
        long own = workdays * dailyHours * 60 * Math.min(100, percent) / 100;
        int asGuest = outsideWeeklyMinutes().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                * horizon.days()
                / 7;
        return Math.max(1, own > 0 ? Math.toIntExact(own) : asGuest);
    }

    /** The most minutes a week at each host, by its agreement. */
    public Map<String, Integer> outsideWeeklyMinutes() {
        Map<String, Integer> caps = new HashMap<>();
        for (PracticeAgreement agreement : facts.agreements()) {
            if (sites.contains(agreement.hostInstitutionId())
                    && !agreement.hostInstitutionId().equals(home())) {
                caps.merge(agreement.hostInstitutionId().toString(), agreement.weeklyMinutes(), Math::max);
            }
        }
        return caps;
    }
}
