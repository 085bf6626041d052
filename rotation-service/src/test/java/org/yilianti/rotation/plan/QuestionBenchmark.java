package org.yilianti.rotation.plan;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;
import org.yilianti.rotation.fairness.Burden;
import org.yilianti.rotation.practice.PracticeFacts;
import org.yilianti.rotation.roster.RosterPolicy;
import org.yilianti.rotation.solver.Horizon;

/**
 * Builds the people of a large plan's question from facts at hand and tells the processor time: PEOPLE (10,000), 50 a site, three shifts
 * a site, a month (M7). What reading the database takes is not in it.
 */
final class QuestionBenchmark {

    private static final UUID ASSOCIATION = UUID.randomUUID();

    private QuestionBenchmark() {}

    public static void main(String[] arguments) {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        for (int run = 0; run < 3; run++) {
            double seconds = build(people);
            System.out.printf(
                    Locale.ROOT,
                    "{\"bench\":\"question\",\"people\":%d,\"shifts\":%d,\"cpuSeconds\":%.2f}%n",
                    people,
                    people / 50 * 3,
                    seconds);
        }
    }

    private static double build(int people) {
        List<UUID> sites = Stream.generate(UUID::randomUUID).limit(people / 50).toList();
        Map<String, SiteShift> byKey = new LinkedHashMap<>();
        sites.forEach(site -> TestShifts.of(site).stream().limit(3).forEach(shift -> byKey.put(shift.key(), shift)));
        List<PracticeFacts> facts = new ArrayList<>();
        for (int number = 0; number < people; number++) {
            facts.add(nurse(number, sites.get(number % sites.size())));
        }
        long before = cpuNanos();
        int built = people(facts, Set.copyOf(sites), byKey);
        long spent = cpuNanos() - before;
        if (built != people) {
            throw new IllegalStateException("only " + built + " may work");
        }
        return spent / 1e9;
    }

    private static int people(List<PracticeFacts> facts, Set<UUID> sites, Map<String, SiteShift> byKey) {
        Horizon october = new Horizon(LocalDate.of(2026, 10, 1), 31);
        PlannedShifts shifts = new PlannedShifts(
                october, byKey, byKey.values().stream().map(SiteShift::type).toList());
        var known = new Candidate.Known(List.of(), List.of(), List.of(), List.of(), new Burden(9, 4320, 1, 1, 0, 1, 0));
        int able = 0;
        for (PracticeFacts one : facts) {
            Candidate candidate = new Candidate(one, sites, shifts, known);
            able += candidate.mayWork()
                            && !candidate
                                    .person(RosterPolicy.standard())
                                    .wishes()
                                    .isEmpty()
                    ? 1
                    : 0;
        }
        return able;
    }

    private static PracticeFacts nurse(int number, UUID site) {
        UUID id = UUID.randomUUID();
        LocalDate since = LocalDate.of(2015, 1, 1);
        var member = new Member(
                id, ASSOCIATION, "S" + number, "synthetic", StaffCategory.NURSE, Title.JUNIOR, "nursing", since, false);
        var licence = new Licence(
                UUID.randomUUID(),
                ASSOCIATION,
                id,
                "L",
                "nurse",
                "nursing",
                null,
                site,
                new DatePeriod(since, LocalDate.of(2028, 1, 1)),
                null,
                null);
        var appointment = new Appointment(UUID.randomUUID(), id, site, 100, true, DatePeriod.from(since));
        return new PracticeFacts(member, List.of(appointment), List.of(licence), List.of());
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
