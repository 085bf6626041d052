package org.yilianti.rotation;

import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.rotation.directory.AssociationZone;
import tools.jackson.databind.JsonNode;

/** A doctor of one institution and another that wants the doctor too; codes and numbers are of no other test. */
public final class TestPractice {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration SOON = Duration.ofSeconds(80);

    public final TestRotation rotation;
    public final String homeCode;
    public final String hostCode;
    public final String staffNo;
    public final UUID home;
    public final UUID host;
    public final UUID doctor;
    public final UUID licence;

    /** Returns when all of them are known to the service. */
    public TestPractice(TestRotation rotation) {
        int number = NUMBER.incrementAndGet();
        this.rotation = rotation;
        this.homeCode = "TPH" + number;
        this.hostCode = "TPT" + number;
        this.staffNo = "TP%05d".formatted(number);
        this.home = rotation.staff.institution(homeCode);
        this.host = rotation.staff.institution(hostCode);
        this.doctor = rotation.staff.physician(staffNo, home);
        this.licence = rotation.staff.licence(doctor);
        rotation.awaitInstitution(home);
        rotation.awaitInstitution(host);
        rotation.awaitDecision(doctor, home, "2026-10-01", true);
    }

    /** The same with an agreement in force from 2026-10-01 to 2027-09-30, twelve hours a week. */
    public TestPractice filed() {
        rotation.filed(doctor, homeCode, host, hostCode);
        return this;
    }

    public JsonNode agreement() {
        return agreement(0);
    }

    /** The doctor's agreements, oldest first. */
    public JsonNode agreement(int index) {
        return rotation.registrar()
                .get("/v1/practice-agreements?member=" + doctor)
                .json()
                .path("items")
                .path(index);
    }

    public String agreementPath() {
        return "/v1/practice-agreements/" + agreement().path("id").asString();
    }

    public void awaitStatus(String status) {
        await().atMost(SOON).until(() -> agreement().path("status").asString().equals(status));
    }

    public void awaitReason(String reason) {
        await().atMost(SOON)
                .until(() -> agreement().path("statusReason").asString("").equals(reason));
    }

    public void suspendLicence(long version, String from) {
        Map<String, @Nullable Object> suspended = new HashMap<>();
        suspended.put("status", "suspended");
        suspended.put("suspendedFrom", from);
        rotation.staff.licence(licence, version, doctor, suspended);
    }

    public void reinstateLicence(long version) {
        rotation.staff.licence(licence, version, doctor, TestStaff.active());
    }

    /** A service of the doctor at the host, given by the hour of the day there; gives the answer about it. */
    public JsonNode serve(String sourceId, LocalDate day, int hour, int minutes) {
        Instant start = AssociationZone.startOf(day).plus(Duration.ofHours(hour));
        return rotation.his()
                .post(
                        "/v1/service-records",
                        Map.of(
                                "items",
                                List.of(Map.of(
                                        "sourceId",
                                        hostCode + "-" + sourceId,
                                        "memberId",
                                        doctor,
                                        "institutionId",
                                        host,
                                        "kind",
                                        "clinic",
                                        "startedAt",
                                        start.toString(),
                                        "endedAt",
                                        start.plus(Duration.ofMinutes(minutes)).toString()))))
                .json()
                .path("items")
                .path(0);
    }

    /** A duty of the doctor at the host in a published roster, from eight in the morning. */
    public UUID duty(JdbcTemplate jdbc, LocalDate day, int hours) {
        byte[] plan = Ids.bytes(Ids.next());
        byte[] association = Ids.bytes(TestCaller.ASSOCIATION);
        UUID id = Ids.next();
        Instant start = AssociationZone.startOf(day).plus(Duration.ofHours(8));
        jdbc.update("""
                insert into roster_plan (id, association_id, version, month, status, seconds, seed, requested_by, requested_at)
                values (?, ?, 1, ?, 'published', 1, 1, 'test', utc_timestamp(6))
                """, plan, association, day.toString().substring(0, 7));
        jdbc.update(
                """
                insert into duty (id, association_id, plan_id, institution_id, member_id, work_date, shift, starts_at, ends_at, night,
                    status) values (?, ?, ?, ?, ?, ?, 'DAY', ?, ?, false, 'assigned')
                """,
                Ids.bytes(id),
                association,
                plan,
                Ids.bytes(host),
                Ids.bytes(doctor),
                day,
                Timestamp.from(start),
                Timestamp.from(start.plus(Duration.ofHours(hours))));
        return id;
    }

    /** Why the duty is open; "assigned" when it is not. */
    public static String openBecause(JdbcTemplate jdbc, UUID duty) {
        return jdbc.queryForObject(
                "select coalesce(reason, status) from duty where id = ?", String.class, Ids.bytes(duty));
    }
}
