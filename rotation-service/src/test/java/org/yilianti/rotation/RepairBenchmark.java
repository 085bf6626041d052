package org.yilianti.rotation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestInstallation;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyStatus;
import tools.jackson.databind.JsonNode;

/**
 * Measures repair (M9) through the API of the whole service on its real database: 100 nurses, 28 days, one absence at a time. A repair is
 * the question for ranked replacements and the application of the best; the absence that precedes it is not part of the time.
 */
final class RepairBenchmark {

    private static final LocalDate START = LocalDate.of(2026, 11, 2);
    private static final int DAYS = 28;
    private static final int STAFF = 100;
    private static final int GOAL_MILLIS = 300;

    private final TestApi scheduler;
    private final JdbcTemplate jdbc;
    private final Duties duties;
    private final UUID site = Ids.next();
    private final List<UUID> nurses = new ArrayList<>();
    private final List<Double> questions = new ArrayList<>();
    private final List<Double> applications = new ArrayList<>();
    private final List<Double> repairs = new ArrayList<>();
    private int moves;
    private int unfilled;

    private RepairBenchmark(ConfigurableApplicationContext service) {
        String port = Objects.requireNonNull(service.getEnvironment().getProperty("local.server.port"));
        this.scheduler =
                new TestApi(Integer.parseInt(port)).as(TestCaller.named("bench").with(Role.SCHEDULER, "*"));
        this.jdbc = service.getBean(JdbcTemplate.class);
        this.duties = service.getBean(Duties.class);
    }

    public static void main(String[] arguments) {
        int measured = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(RotationApplication.class)
                .initializers(new TestInstallation())
                .properties("server.port=0", "logging.level.root=WARN", "spring.main.banner-mode=off")
                .run()) {
            RepairBenchmark bench = new RepairBenchmark(service);
            bench.hire();
            List<Duty> roster = bench.publish();
            bench.measure(roster, measured);
            bench.print();
        }
        System.exit(0);
    }

    private void hire() {
        byte[] association = Ids.bytes(TestCaller.ASSOCIATION);
        jdbc.update(
                "insert into directory_institution (id, association_id, code, name, tier) values (?, ?, 'B01', 'Bench', 'tertiary-hospital')",
                Ids.bytes(site),
                association);
        for (int number = 0; number < STAFF; number++) {
            UUID nurse = Ids.next();
            nurses.add(nurse);
            jdbc.update(
                    "insert into directory_member (id, association_id, staff_no, name, category, title, specialty, specialty_since, institution_head)"
                            + " values (?, ?, ?, 'bench', 'nurse', 'junior', 'nursing', '2015-01-01', false)",
                    Ids.bytes(nurse),
                    association,
                    "B%03d".formatted(number));
            jdbc.update(
                    "insert into directory_appointment (id, association_id, member_id, institution_id, fte_percent, main, valid_from)"
                            + " values (?, ?, ?, ?, 100, true, '2015-01-01')",
                    Ids.bytes(Ids.next()),
                    association,
                    Ids.bytes(nurse),
                    Ids.bytes(site));
            jdbc.update(
                    "insert into directory_licence (id, association_id, member_id, number, kind, category, main_institution_id, valid_from)"
                            + " values (?, ?, ?, ?, 'nurse', 'nursing', ?, '2015-01-01')",
                    Ids.bytes(Ids.next()),
                    association,
                    Ids.bytes(nurse),
                    "L" + number,
                    Ids.bytes(site));
        }
    }

    /** A lawful month: early, late and night teams with two days off a week, and a reserve with three duties a week. */
    private List<Duty> publish() {
        UUID plan = Ids.next();
        jdbc.update(
                "insert into roster_plan (id, association_id, version, month, status, seconds, seed, requested_by, requested_at)"
                        + " values (?, ?, 1, '2026-11', 'published', 1, 1, 'bench', now(6))",
                Ids.bytes(plan),
                Ids.bytes(TestCaller.ASSOCIATION));
        jdbc.update(
                "insert into roster_plan_institution (plan_id, institution_id) values (?, ?)",
                Ids.bytes(plan),
                Ids.bytes(site));
        List<Duty> roster = new ArrayList<>();
        for (int number = 0; number < STAFF; number++) {
            for (int day = 0; day < DAYS; day++) {
                boolean reserve = number % 5 == 0;
                boolean nights = number % 5 == 1;
                boolean works = nights ? (number + day) % 6 < 2 : (number + day) % 7 < (reserve ? 3 : 5);
                if (works) {
                    int hour = nights ? 0 : number % 2 == 0 ? 8 : 14;
                    roster.add(duty(plan, nurses.get(number), START.plusDays(day), hour));
                }
            }
        }
        duties.insert(roster);
        return roster;
    }

    private Duty duty(UUID plan, UUID nurse, LocalDate day, int hour) {
        Instant start =
                day.atTime(LocalTime.of(hour, 0)).atZone(AssociationZone.ZONE).toInstant();
        return new Duty(
                Ids.next(),
                TestCaller.ASSOCIATION,
                plan,
                site,
                nurse,
                day,
                "S" + hour,
                StaffCategory.NURSE,
                null,
                start,
                start.plusSeconds(8 * 3600),
                hour == 0,
                DutyStatus.ASSIGNED,
                null,
                1);
    }

    private void measure(List<Duty> roster, int measured) {
        Random random = new Random(1);
        int warmUp = 40;
        for (int round = -warmUp; round < measured; round++) {
            Duty duty = roster.get(random.nextInt(roster.size()));
            UUID holder = UUID.fromString(scheduler
                    .get("/v1/duties/" + duty.id())
                    .json()
                    .path("memberId")
                    .asString(new UUID(0, 0).toString()));
            if (holder.equals(new UUID(0, 0)) || !reportSick(holder, duty.date())) {
                round--;
                continue;
            }
            repair(duty.id(), round >= 0);
        }
    }

    private boolean reportSick(UUID member, LocalDate day) {
        return scheduler
                        .post(
                                "/v1/leave-requests",
                                Map.of("memberId", member, "kind", "sick", "from", day, "to", day.plusDays(1)))
                        .status()
                == 201;
    }

    private void repair(UUID duty, boolean counts) {
        String path = "/v1/duties/" + duty + "/replacements";
        long start = System.nanoTime();
        JsonNode best = scheduler.get(path + "?limit=10").json().path("items").path(0);
        long asked = System.nanoTime();
        int status = best.isMissingNode()
                ? 0
                : scheduler.post(path, "{\"moves\":" + best.path("moves") + "}").status();
        long applied = System.nanoTime();
        if (counts) {
            questions.add((asked - start) / 1e6);
            applications.add((applied - asked) / 1e6);
            repairs.add((applied - start) / 1e6);
            moves += best.path("moves").size();
            unfilled += status == 200 ? 0 : 1;
        }
    }

    private void print() {
        System.out.printf(Locale.ROOT, "%-28s %8s %8s %8s%n", "ms", "median", "p99", "max");
        row("ranked replacements (GET)", questions);
        row("best one applied (POST)", applications);
        row("repair", repairs);
        System.out.printf(
                Locale.ROOT,
                "%d repairs of %d staff x %d days, %.2f duties changed on average, %d found nobody%n",
                repairs.size(),
                STAFF,
                DAYS,
                (double) moves / repairs.size(),
                unfilled);
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"repair\",\"ratio\":%.3f,\"goal\":1.0,\"p99Millis\":%.1f,\"medianMillis\":%.1f,\"repairs\":%d,\"unfilled\":%d}%n",
                quantile(repairs, 0.99) / GOAL_MILLIS,
                quantile(repairs, 0.99),
                quantile(repairs, 0.5),
                repairs.size(),
                unfilled);
    }

    private static void row(String name, List<Double> millis) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %8.1f %8.1f %8.1f%n",
                name,
                quantile(millis, 0.5),
                quantile(millis, 0.99),
                quantile(millis, 1));
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
