package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.directory.Institution;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Member;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecord;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import tools.jackson.databind.JsonNode;

/** A month of some institutions with their people, and those who evaluate and pay it; each has institutions and people of its own. */
final class PayMonth {

    static final String MONTH = "2026-10";

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestApi api;
    private final Institutions institutions;
    private final Members members;
    private final ServiceRecords records;
    private final String month;
    private final String prefix;
    private final Map<UUID, String> codes;
    private final List<ServiceRecord> delivered = new ArrayList<>();
    private final UUID association;

    PayMonth(int port, Institutions institutions, Members members, ServiceRecords records) {
        this(port, institutions, members, records, MONTH);
    }

    PayMonth(int port, Institutions institutions, Members members, ServiceRecords records, String month) {
        this(port, institutions, members, records, month, TestCaller.ASSOCIATION);
    }

    /** In an association of its own, for what holds for a whole association. */
    PayMonth(
            int port,
            Institutions institutions,
            Members members,
            ServiceRecords records,
            String month,
            UUID association) {
        this.association = association;
        this.month = month;
        this.api = new TestApi(port);
        this.institutions = institutions;
        this.members = members;
        this.records = records;
        this.prefix = "M" + NUMBERS.incrementAndGet() + "-";
        this.codes = new LinkedHashMap<>();
    }

    private PayMonth(PayMonth other, String month) {
        this.month = month;
        this.api = other.api;
        this.institutions = other.institutions;
        this.members = other.members;
        this.records = other.records;
        this.association = other.association;
        this.prefix = other.prefix;
        this.codes = other.codes;
    }

    /** Another month of the same institutions and people. */
    PayMonth in(String other) {
        return new PayMonth(this, other);
    }

    /** A record of service as it is known from now on. */
    void revise(UUID record, UUID member, UUID institution, int minutes, String status) {
        revise(record, member, institution, minutes, status, null);
    }

    /** A confirmed record that names its emergency call-up from now on. */
    void named(UUID record, UUID member, UUID institution, int minutes, String callUp) {
        revise(record, member, institution, minutes, "confirmed", callUp);
    }

    private void revise(
            UUID record, UUID member, UUID institution, int minutes, String status, @Nullable String callUp) {
        Instant start = Instant.parse(month + "-02T00:00:00Z");
        records.apply(List.of(new ServiceRecord(
                record,
                association,
                2,
                record.toString(),
                member,
                institution,
                "duty",
                start,
                start.plus(Duration.ofMinutes(minutes)),
                minutes,
                false,
                status,
                true,
                callUp)));
    }

    /** Calculates, reviews, finalises and pays a run of this month over these institutions, which all score 1. */
    UUID paid(long pool, UUID... places) {
        Map<UUID, String> scores = new LinkedHashMap<>();
        for (UUID place : places) {
            scores.put(place, "1");
        }
        UUID run = run(evaluated(scores, Map.of()), pool(pool));
        bringToFinal(run);
        Answer paid = decide(officer(), run, "payments");
        assertThat(paid.status()).as(paid.body()).isEqualTo(200);
        return run;
    }

    /** What each person gets of a run in fen, by short name. */
    Map<String, Long> amounts(UUID run) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        auditor()
                .get("/v1/pay-runs/" + run + "/statements?limit=200")
                .json()
                .path("items")
                .forEach(one -> amounts.put(
                        one.path("staffNo").asString().substring(prefix.length()),
                        one.path("amountFen").asLong()));
        return amounts;
    }

    /** The statement of a person, by short name. */
    JsonNode statement(UUID run, String shortName) {
        String id = auditor()
                .get("/v1/pay-runs/" + run + "/statements?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("staffNo").asString().equals(staffNo(shortName)))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        return auditor().get("/v1/pay-statements/" + id).json();
    }

    TestApi evaluator() {
        return api.as(TestCaller.named("evaluator").of(association).with(Role.EVALUATOR, "*"));
    }

    /** Another evaluator, who publishes what the first one writes. */
    TestApi publisher() {
        return api.as(TestCaller.named("publisher").of(association).with(Role.EVALUATOR, "*"));
    }

    /** One of two administrators. */
    TestApi admin(String name) {
        return api.as(TestCaller.named(name).of(association).with(Role.ASSOCIATION_ADMIN, "*"));
    }

    TestApi officer() {
        return api.as(TestCaller.named("payroll").of(association).with(Role.PAYROLL_OFFICER, "*"));
    }

    TestApi reviewer() {
        return api.as(TestCaller.named("reviewer").of(association).with(Role.PAYROLL_REVIEWER, "*"));
    }

    TestApi auditor() {
        return api.as(TestCaller.named("auditor").of(association).with(Role.AUDITOR, "*"));
    }

    TestApi staff(String staffNo) {
        return api.as(
                TestCaller.named("doctor").of(association).with(Role.STAFF, "*").staffNo(staffNo));
    }

    /** Somebody with a role for one institution only. */
    TestApi limited(Role role, UUID institution) {
        return api.as(TestCaller.named("limited").of(association).with(role, code(institution)));
    }

    String code(UUID institution) {
        return codes.getOrDefault(institution, "?");
    }

    /** The staff number of a short name. */
    String staffNo(String shortName) {
        return prefix + shortName;
    }

    UUID institution(String shortCode, long population) {
        UUID id = Ids.next();
        codes.put(id, prefix + shortCode);
        institutions.apply(List.of(new Institution(
                id, association, 1, prefix + shortCode, "机构" + shortCode, null, "township-health-centre", population)));
        return id;
    }

    UUID member(String shortName, String title) {
        UUID id = Ids.next();
        members.apply(List.of(member(id, shortName, title)));
        return id;
    }

    /** Many members at once, junior, named by their number. */
    List<UUID> members(int count) {
        List<Member> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(member(Ids.next(), "%05d".formatted(i), "junior"));
        }
        members.apply(all);
        return all.stream().map(Member::id).toList();
    }

    private Member member(UUID id, String shortName, String title) {
        return new Member(
                id,
                association,
                1,
                staffNo(shortName),
                "人员" + shortName,
                null,
                "physician",
                title,
                shortName.endsWith("f") ? "female" : "male");
    }

    /** Confirmed, lawful service of the month; arrives with {@link #arrive()}. */
    UUID service(UUID member, UUID institution, String kind, int minutes, boolean night) {
        return service(member, institution, kind, minutes, night, null);
    }

    /** Under an emergency call-up, if one is named. */
    UUID service(UUID member, UUID institution, String kind, int minutes, boolean night, @Nullable String callUp) {
        UUID id = Ids.next();
        Instant start = Instant.parse(month + "-01T00:00:00Z").plus(Duration.ofHours(delivered.size() % 600L));
        delivered.add(new ServiceRecord(
                id,
                association,
                1,
                id.toString(),
                member,
                institution,
                kind,
                start,
                start.plus(Duration.ofMinutes(minutes)),
                minutes,
                night,
                "confirmed",
                true,
                callUp));
        return id;
    }

    void arrive() {
        records.apply(delivered);
        delivered.clear();
    }

    /** A closed evaluation by one ratio indicator with target 1, so that an institution's score is its measured value. */
    UUID evaluated(Map<UUID, String> scores, Map<String, String> qualities) {
        arrive();
        UUID scheme = evaluator()
                .post(
                        "/v1/indicator-schemes",
                        Map.of(
                                "name",
                                prefix + "scheme",
                                "indicators",
                                List.of(Map.of(
                                        "code", "records", "name", "健康档案", "weight", "1", "target", "1", "scoring",
                                        "ratio"))))
                .id();
        publisher().post("/v1/indicator-schemes/" + scheme + "/publications", Map.of());
        UUID evaluation = evaluator()
                .post(
                        "/v1/evaluations",
                        Map.of("schemeId", scheme, "month", month, "institutionIds", List.copyOf(scores.keySet())))
                .id();
        String address = "/v1/evaluations/" + evaluation;
        List<Map<String, Object>> measures = new ArrayList<>();
        scores.forEach((institution, value) ->
                measures.add(Map.of("institutionId", institution, "indicator", "records", "value", value)));
        Answer measured = evaluator().put(address + "/measures", Map.of("items", measures), "\"1\"");
        assertThat(measured.status()).as(measured.body()).isEqualTo(200);
        if (!qualities.isEmpty()) {
            List<Map<String, Object>> items = new ArrayList<>();
            qualities.forEach((staffNo, quality) -> items.add(Map.of("staffNo", staffNo, "quality", quality)));
            Answer entered = evaluator().put(address + "/quality", Map.of("items", items), "\"2\"");
            assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        }
        Answer closed = evaluator().post(address + "/closings", Map.of());
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        return evaluation;
    }

    UUID pool(long fen) {
        return pool(fen, "performance");
    }

    /** A pool that a second person has confirmed. */
    UUID pool(long fen, String kind) {
        UUID pool = proposedPool(fen, kind);
        Answer confirmed = reviewer().post("/v1/pay-pools/" + pool + "/confirmations", Map.of());
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        return pool;
    }

    UUID proposedPool(long fen, String kind) {
        return officer()
                .post(
                        "/v1/pay-pools",
                        Map.of(
                                "month",
                                month,
                                "kind",
                                kind,
                                "name",
                                prefix + "pool",
                                "source",
                                "test",
                                "amountFen",
                                fen))
                .id();
    }

    UUID run(UUID evaluation, UUID pool) {
        Answer drafted =
                officer().post("/v1/pay-runs", Map.of("month", month, "evaluationId", evaluation, "poolId", pool));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        return drafted.id();
    }

    /** Asks for a calculation and waits until it has ended, well or badly. */
    Answer calculate(UUID run) {
        Answer asked = decide(officer(), run, "calculations");
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        await().atMost(SOON).until(() -> !read(run)
                .json()
                .path("calculation")
                .path("status")
                .asString()
                .equals("queued"));
        return read(run);
    }

    Answer read(UUID run) {
        return auditor().get("/v1/pay-runs/" + run);
    }

    Answer decide(TestApi who, UUID run, String step) {
        return who.post("/v1/pay-runs/" + run + "/" + step, Map.of());
    }

    Answer review(TestApi who, UUID run, boolean approved) {
        return who.post("/v1/pay-runs/" + run + "/reviews", Map.of("approved", approved, "note", "checked"));
    }

    /** Calculates a run and brings it through all further steps before payment. */
    void bringToFinal(UUID run) {
        assertThat(calculate(run).json().path("status").asString()).isEqualTo("calculated");
        assertThat(review(reviewer(), run, true).status()).isEqualTo(200);
        assertThat(decide(officer(), run, "notices").status()).isEqualTo(200);
        assertThat(decide(reviewer(), run, "finalisations").status()).isEqualTo(200);
    }
}
