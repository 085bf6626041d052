package org.yilianti.rotation.cascade;

import com.sun.management.OperatingSystemMXBean;
import io.cloudevents.CloudEvent;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.platform.test.TestInstallation;
import org.yilianti.rotation.RotationApplication;
import org.yilianti.rotation.directory.AssociationZone;

/**
 * How long a suspended licence takes to free its holder's duties: 100 changes a second, each of another physician with an agreement and two
 * published duties at the host. Real broker, real database, the whole of rotation-service. Goal: 2 s at p99 (M3).
 */
final class CascadeBenchmark {

    private static final int RATE = 100;
    private static final double GOAL_MILLIS = 2_000;
    private static final int DUTIES = 2;

    private final JdbcTemplate jdbc;
    private final TestEvents events;
    private final byte[] association = Ids.bytes(TestCaller.ASSOCIATION);
    private final byte[] home = Ids.bytes(Ids.next());
    private final byte[] host = Ids.bytes(Ids.next());
    private final LocalDate today = AssociationZone.dayOf(Instant.now());

    private CascadeBenchmark(ConfigurableApplicationContext service) {
        this.jdbc = service.getBean(JdbcTemplate.class);
        this.events = service.getBean(TestEvents.class);
        for (String heard : List.of("staff.licences", "staff.members", "staff.institutions")) {
            events.ensure(heard);
        }
        for (byte[] site : List.of(home, host)) {
            jdbc.update(
                    "insert into directory_institution (id, association_id, code, name, tier) values (?, ?, ?, ?, 'tertiary')",
                    site,
                    association,
                    site == home ? "HOME" : "HOST",
                    "synthetic");
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int changes = args.length > 1 ? Integer.parseInt(args[1]) : 500;
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(
                        RotationApplication.class, TestEvents.class)
                .initializers(new TestInstallation())
                .properties("server.port=0", "logging.level.root=WARN", "logging.level.org.apache.kafka=ERROR")
                .run()) {
            new CascadeBenchmark(service).run(runs, changes);
        }
        System.exit(0);
    }

    private void run(int runs, int changes) throws InterruptedException {
        System.out.println("run   changes   p50 ms   p99 ms   max ms   cpu ms/change");
        measure(changes / 2);
        List<Double> p99s = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            long cpu = cpuNanos();
            double[] millis = measure(changes);
            double cpuMillis = (cpuNanos() - cpu) / 1e6 / changes;
            double p99 = millis[(int) Math.ceil(millis.length * 0.99) - 1];
            p99s.add(p99);
            System.out.printf(
                    Locale.ROOT,
                    "%3d %9d %8.0f %8.0f %8.0f %15.1f%n",
                    run,
                    millis.length,
                    millis[millis.length / 2],
                    p99,
                    millis[millis.length - 1],
                    cpuMillis);
        }
        p99s.sort(null);
        double median = p99s.get(p99s.size() / 2);
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"cascade\",\"ratio\":%.3f,\"goal\":1.0,\"p99Millis\":%.0f,\"changesPerSecond\":%d}%n",
                median / GOAL_MILLIS,
                median,
                RATE);
    }

    /** Processor time of this process, the service in it; broker and database are others. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Suspends each of new physicians once at the set rate; gives the sorted times from sending to all duties seen open, in ms. */
    private double[] measure(int changes) throws InterruptedException {
        byte[] plan = Ids.bytes(Ids.next());
        Map<UUID, UUID> holders = new HashMap<>();
        List<UUID[]> licences = physicians(plan, changes, holders);
        Map<UUID, Long> sent = new ConcurrentHashMap<>();
        AtomicLong failed = new AtomicLong();
        ScheduledExecutorService senders = Executors.newScheduledThreadPool(4);
        for (int index = 0; index < changes; index++) {
            UUID[] one = licences.get(index);
            senders.schedule(
                    () -> {
                        try {
                            sent.put(one[0], System.nanoTime());
                            events.sending("staff.licences", one[1].toString(), suspension(one[0], one[1]));
                        } catch (RuntimeException failure) {
                            failed.incrementAndGet();
                        }
                    },
                    index * 1_000L / RATE,
                    TimeUnit.MILLISECONDS);
        }
        double[] millis = watch(plan, changes, holders, sent);
        senders.shutdown();
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " changes could not be sent");
        }
        return millis;
    }

    private double[] watch(byte[] plan, int changes, Map<UUID, UUID> holders, Map<UUID, Long> sent)
            throws InterruptedException {
        Map<UUID, Integer> open = new HashMap<>();
        Set<UUID> seen = new HashSet<>();
        List<Double> millis = new ArrayList<>();
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (millis.size() < changes) {
            List<byte[]> released =
                    jdbc.queryForList("select id from duty where plan_id = ? and status = 'open'", byte[].class, plan);
            long now = System.nanoTime();
            for (byte[] id : released) {
                UUID duty = Ids.uuid(id);
                UUID member = holders.get(duty);
                if (seen.add(duty) && member != null && open.merge(member, 1, Integer::sum) == DUTIES) {
                    millis.add((now - sent.getOrDefault(member, now)) / 1e6);
                }
            }
            if (now > giveUp) {
                throw new IllegalStateException("only " + millis.size() + " of " + changes + " were released in time");
            }
            Thread.sleep(10);
        }
        return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** Physicians with licence, appointment, agreement and duties, written as rows; gives member and licence ids. */
    private List<UUID[]> physicians(byte[] plan, int number, Map<UUID, UUID> holders) {
        jdbc.update("""
                insert into roster_plan (id, association_id, version, month, status, seconds, seed, requested_by, requested_at)
                values (?, ?, 1, ?, 'published', 1, 1, 'bench', utc_timestamp(6))
                """, plan, association, today.toString().substring(0, 7));
        List<UUID[]> people = new ArrayList<>();
        for (int index = 0; index < number; index++) {
            UUID member = Ids.next();
            UUID licence = Ids.next();
            people.add(new UUID[] {member, licence});
            physician(member, licence);
            for (int duty = 0; duty < DUTIES; duty++) {
                UUID id = Ids.next();
                holders.put(id, member);
                LocalDate day = today.plusDays(1L + duty);
                Instant start = AssociationZone.startOf(day).plusSeconds(8 * 3_600);
                jdbc.update(
                        """
                        insert into duty (id, association_id, plan_id, institution_id, member_id, work_date, shift, starts_at, ends_at,
                            night, status) values (?, ?, ?, ?, ?, ?, 'DAY', ?, ?, false, 'assigned')
                        """,
                        Ids.bytes(id),
                        association,
                        plan,
                        host,
                        Ids.bytes(member),
                        day,
                        Timestamp.from(start),
                        Timestamp.from(start.plusSeconds(8 * 3_600)));
            }
        }
        return people;
    }

    private void physician(UUID member, UUID licence) {
        byte[] id = Ids.bytes(member);
        String staffNo = "B" + ByteBuffer.wrap(id).getLong(8);
        jdbc.update("""
                insert into directory_member (id, association_id, staff_no, name, category, title, institution_head)
                values (?, ?, ?, 'synthetic', 'physician', 'intermediate', false)
                """, id, association, staffNo);
        jdbc.update("""
                insert into directory_appointment (id, association_id, member_id, institution_id, fte_percent, main, valid_from)
                values (?, ?, ?, ?, 100, true, '2012-08-01')
                """, Ids.bytes(Ids.next()), association, id, home);
        jdbc.update("""
                insert into directory_licence (id, association_id, member_id, number, kind, category, main_institution_id, valid_from)
                values (?, ?, ?, ?, 'physician', 'clinical', ?, '2012-08-01')
                """, Ids.bytes(licence), association, id, staffNo, home);
        jdbc.update(
                """
                insert into practice_agreement (id, association_id, version, application_id, member_id, home_institution_id,
                    host_institution_id, valid_from, valid_to, weekly_hours, tasks, home_percent, host_percent, member_percent,
                    policy_number, insurer, cover_fen, insured_to, status, status_from, review_on)
                values (?, ?, 1, ?, ?, ?, ?, ?, ?, 12, 'clinic', 30, 60, 10, 'P', 'I', 1, ?, 'active', ?, '9999-12-31')
                """,
                Ids.bytes(Ids.next()),
                association,
                Ids.bytes(Ids.next()),
                id,
                home,
                host,
                today.minusDays(30),
                today.plusDays(300),
                today.plusDays(300),
                today.minusDays(30));
    }

    private CloudEvent suspension(UUID member, UUID licence) {
        String body = """
                {"id": "%s", "memberId": "%s", "number": "B", "kind": "physician", "category": "clinical",
                "mainInstitutionId": "%s", "validFrom": "2012-08-01", "status": "suspended", "suspendedFrom": "%s"}
                """.formatted(licence, member, Ids.uuid(home), today);
        return TestEvents.event("staff.licence-changed.v1", Ids.next(), licence, body)
                .withExtension("aggregateversion", "2")
                .build();
    }
}
