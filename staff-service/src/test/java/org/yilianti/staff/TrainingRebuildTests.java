package org.yilianti.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;
import static org.yilianti.staff.Registry.physician;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.agenda.AgendaWorker;
import org.yilianti.staff.training.TrainingDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A consumer that knows nothing but the state topics knows of training and promotions what the registry answers, but for how ranks and
 * conditions came about and why (R7, R9).
 */
@ServiceTest
class TrainingRebuildTests {

    private static final String COURSE = "基层高血压管理";

    @Autowired
    TestEvents events;

    @Autowired
    AgendaWorker agenda;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private TrainingDesk desk = new TrainingDesk(registry, today);

    @BeforeEach
    void twoCentres() {
        registry = Registry.empty(port);
        desk = new TrainingDesk(registry, today);
        registry.institution("T01");
        registry.institution("T02");
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer;
    }

    private TestApi admin() {
        return registry.as(Role.ASSOCIATION_ADMIN, "*");
    }

    private TestApi registrar() {
        return registry.as(Role.REGISTRAR, "*");
    }

    private void imported(TestApi api, String list, String csv) {
        JsonNode job = registry.imported(api, list, csv, false);
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isZero();
    }

    private void imported(String list, String csv) {
        imported(registry.hr(), list, csv);
    }

    private void told(String topic, String list, UnaryOperator<ObjectNode> inTermsOfEvents, String... untold) {
        StateTopics topics = new StateTopics(events, registry);
        await().untilAsserted(() -> topics.assertTold(topic, topics.listed(list), inTermsOfEvents, untold));
    }

    @Test
    void courses_R7() {
        UUID course = created(registry.hr().post("/v1/training-programmes", desk.course("T01")));
        String path = "/v1/training-programmes/" + course;
        done(registry.hr().put(path, desk.course("T01", "credits", 6), "\"1\""));
        done(registry.hr().put(path, desk.course("T01", "credits", 6), "\"2\""));
        for (int i = 1; i <= 2; i++) {
            UUID session = created(registry.hr().post("/v1/training-sessions", desk.session(course)));
            UUID enrolment = created(desk.apply(session, registry.physicianAt(i, "T02")));
            done(desk.end(enrolment, 90, "passed"));
        }
        done(registrar().post(path + "/conversions", Map.of("reason", "asked for every year")));
        for (int credits : List.of(3, 4, 4)) {
            imported("training-programmes", """
                    institution_code,title,valid_from,kind,credit_class,credits,valid_to
                    T01,基层急救,2026-01-01,lecture,class-i,%d,2060-01-01
                    T02,慢病管理,2026-01-01,expert-forum,class-ii,5.0,2060-01-01
                    """.formatted(credits));
        }
        told(
                "staff.training-programmes",
                "/v1/training-programmes",
                row -> row,
                "recordedAt",
                "recordedBy",
                "convertedAt",
                "convertedBy",
                "conversionReason");
    }

    @Test
    void sessionsAndWhoTakesPart_R7() {
        UUID course = created(registry.hr().post("/v1/training-programmes", desk.course("T01")));
        List<UUID> people =
                List.of(registry.physicianAt(1, "T01"), registry.physicianAt(2, "T02"), registry.physicianAt(3, "T02"));
        movesUp(course, people);
        isRepriced(course, people);
        isSelectedAndCalledOff(course, people);
        goesByFile(people.getFirst());
        UUID survivor = created(registry.hr().post("/v1/members", physician(4, "registeredAt", "T02")));
        done(registry.hr()
                .post(
                        "/v1/members/" + survivor + "/mergers",
                        Map.of("duplicateId", people.getLast(), "reason", "same person")));
        told("staff.training-sessions", "/v1/training-sessions", row -> row, "reason", "taken", "hoping");
        Map<String, JsonNode> sessions = new StateTopics(events, registry).listed("/v1/training-sessions");
        assertThat(sessions).hasSize(5);
        told(
                "staff.training-enrolments",
                "/v1/training-enrolments",
                row -> row.put("costYear", year(sessions, row)),
                "score",
                "points",
                "note",
                "resultNote",
                "appliedAt",
                "appliedBy",
                "recordedAt",
                "recordedBy");
    }

    private static int year(Map<String, JsonNode> sessions, JsonNode enrolment) {
        String session = enrolment.path("sessionId").asString();
        return LocalDate.parse(sessions.get(session).path("startsOn").asString())
                .getYear();
    }

    /** The first has a place and gives it up; a second place is found for the third. */
    private void movesUp(UUID course, List<UUID> people) {
        String later = today.plusDays(9).toString();
        Object[] days = {"startsOn", later, "endsOn", later, "place", "一"};
        UUID session = created(registry.hr().post("/v1/training-sessions", desk.session(course, days)));
        List<UUID> enrolments = people.stream()
                .map(person -> created(desk.apply(session, person, 3)))
                .toList();
        done(registry.hr().post("/v1/training-enrolments/" + enrolments.getFirst() + "/withdrawals", Map.of()));
        Map<String, Object> two = desk.session(course, "startsOn", later, "endsOn", later, "place", "一", "capacity", 2);
        done(registry.hr().put("/v1/training-sessions/" + session, two, "\"1\""));
    }

    /** What it costs changes while all have only applied: by form, then by file. */
    private void isRepriced(UUID course, List<UUID> people) {
        Object[] sought = {"place", "二", "criteria", TrainingDesk.criteria()};
        UUID session = created(registry.hr().post("/v1/training-sessions", desk.session(course, sought)));
        people.forEach(person -> created(desk.apply(session, person)));
        Map<String, Object> dear =
                desk.session(course, "place", "二", "criteria", TrainingDesk.criteria(), "costFen", 7);
        done(registry.hr().put("/v1/training-sessions/" + session, dear, "\"1\""));
        imported("training-sessions", """
                institution_code,course,starts_on,place,ends_on,apply_until,capacity,cost_fen
                T01,%1$s,%2$s,二,%2$s,%2$s,2,9
                """.formatted(COURSE, today));
    }

    /** Places are given by rank, a result is taken back, and another session does not take place. */
    private void isSelectedAndCalledOff(UUID course, List<UUID> people) {
        Object[] sought = {"place", "三", "criteria", TrainingDesk.criteria()};
        UUID session = created(registry.hr().post("/v1/training-sessions", desk.session(course, sought)));
        people.forEach(person -> created(desk.apply(session, person)));
        desk.close(session, "place", "三");
        done(desk.select(session));
        String placed = new StateTopics(events, registry)
                .listed("/v1/training-enrolments?session=" + session).values().stream()
                        .filter(row -> row.path("state").asString().equals("enrolled"))
                        .map(row -> row.path("id").asString())
                        .findFirst()
                        .orElseThrow();
        done(desk.end(UUID.fromString(placed), 90, "passed"));
        done(registry.hr().post("/v1/training-enrolments/" + placed + "/annulments", Map.of("reason", "wrong")));
        UUID off = created(registry.hr().post("/v1/training-sessions", desk.session(course, "place", "四")));
        people.forEach(person -> created(desk.apply(off, person)));
        done(registry.hr().post("/v1/training-sessions/" + off + "/cancellations", Map.of("reason", "no teacher")));
    }

    /** A session, an application and a result come by files. */
    private void goesByFile(UUID person) {
        imported("training-sessions", """
                institution_code,course,starts_on,place,ends_on,apply_until,capacity,cost_fen
                T01,%1$s,%2$s,五,%2$s,%2$s,2,0
                """.formatted(COURSE, today));
        imported("training-enrolments", """
                institution_code,course,starts_on,place,staff_no,priority,state,attended_percent
                T01,%1$s,%2$s,五,S00001,5,,
                T01,%1$s,%2$s,五,S00003,6,,
                """.formatted(COURSE, today));
        imported("training-results", """
                institution_code,course,starts_on,place,staff_no,attended_percent,assessment,note
                T01,%1$s,%2$s,五,S00001,95,passed,优秀
                T01,%1$s,%2$s,五,S00003,50,failed,
                """.formatted(COURSE, today));
        assertThat(registry.hr()
                        .get("/v1/training-enrolments?member=" + person)
                        .json()
                        .path("items"))
                .hasSize(5);
    }

    @Test
    void budgets_R7() {
        UUID budget = desk.budget("T01", 500);
        String path = "/v1/training-budgets/" + budget;
        Map<String, Object> more = Map.of("institutionCode", "T01", "year", today.getYear(), "amountFen", 900);
        done(admin().put(path, more, "\"1\""));
        done(admin().put(path, more, "\"2\""));
        for (int extra : List.of(30, 40)) {
            done(registrar().post(path + "/permits", Map.of("extraFen", extra, "reason", "flood")));
        }
        for (int amount : List.of(7000, 8000, 8000)) {
            imported(admin(), "training-budgets", """
                    institution_code,year,amount_fen
                    T01,%d,1000
                    T02,2030,%d
                    """.formatted(today.getYear(), amount));
        }
        told(
                "staff.training-budgets",
                "/v1/training-budgets",
                TrainingRebuildTests::granted,
                "committedFen",
                "availableFen",
                "recordedAt",
                "recordedBy");
    }

    private static ObjectNode granted(ObjectNode budget) {
        List<ObjectNode> permits = budget.path("permits")
                .valueStream()
                .map(permit -> ((ObjectNode) permit.deepCopy()).remove(List.of("reason", "grantedAt", "grantedBy")))
                .toList();
        ArrayNode only = budget.putArray("permits");
        only.addAll(permits);
        return budget;
    }

    @Test
    void promotionCases_R9() {
        UUID ineligible = registry.physicianAt(1, "T01");
        UUID first = climber(2);
        UUID second = climber(3);
        created(opened(ineligible));
        String refused = "/v1/promotion-cases/" + created(opened(first));
        done(registrar().post(refused + "/refusals", Map.of("reason", "no vacancy")));
        String approved = "/v1/promotion-cases/" + created(opened(first));
        done(registrar().post(approved + "/approvals", Map.of("effectiveOn", today.toString())));
        agenda.workOff();
        created(opened(second));
        UUID survivor = created(registry.hr().post("/v1/members", physician(4, "registeredAt", "T02")));
        created(opened(survivor));
        done(registry.hr()
                .post("/v1/members/" + survivor + "/mergers", Map.of("duplicateId", second, "reason", "same person")));
        told(
                "staff.promotion-cases",
                "/v1/promotion-cases",
                row -> {
                    row.set("fromTitle", row.remove("from"));
                    return row.set("toTitle", row.remove("to"));
                },
                "conditions",
                "openedAt",
                "openedBy",
                "decidedAt",
                "decidedBy",
                "decisionReason");
        assertThat(new StateTopics(events, registry)
                        .rebuilt("staff.promotion-cases")
                        .values())
                .extracting(state -> state.path("state").asString())
                .containsExactlyInAnyOrder("ineligible", "refused", "effective", "open", "ineligible");
    }

    /** Somebody at a township centre who meets every condition. */
    private UUID climber(int number) {
        UUID member = registry.physicianAt(number, "T02");
        created(registry.hr().post("/v1/licences", licence(member, "N" + number, "T02")));
        registry.creditsOf(member, today.getYear() - 1);
        return member;
    }

    private Answer opened(UUID member) {
        return registry.hr().post("/v1/promotion-cases", Map.of("memberId", member));
    }
}
