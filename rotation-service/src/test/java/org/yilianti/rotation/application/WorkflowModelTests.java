package org.yilianti.rotation.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestClock;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.directory.AssociationZone;
import tools.jackson.databind.JsonNode;

/**
 * Random legal and illegal commands against the service and against {@link WorkflowModel}: both always agree on what is allowed and on
 * what comes of it, nothing decided is lost, and nobody has two hands in an application (M2, M4, V5).
 */
@ServiceTest
@Import(TestClock.Wiring.class)
class WorkflowModelTests {

    private static final int COMMANDS = 110;
    private static final LocalDate START = LocalDate.of(2026, 9, 21);

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestClock clock;

    @Autowired
    private CalendarManagement calendar;

    @Autowired
    private JdbcTemplate jdbc;

    private final Map<String, TestCaller> callers = new HashMap<>();
    private TestApi service = new TestApi(0);
    private Random random = new Random(0);
    private WorkflowModel model = new WorkflowModel("", "", "");
    private UUID doctor = new UUID(0, 0);
    private UUID host = new UUID(0, 0);
    private @Nullable UUID application;

    @AfterEach
    void theRealTime() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 5, 8, 13, 34})
    void theServiceAgreesWithTheModel(long seed) {
        random = new Random(seed);
        begin(seed);
        for (int command = 0; command < COMMANDS; command++) {
            if (application == null || !model.pending()) {
                finish();
                make();
            } else {
                fire();
            }
            compare();
        }
        finish();
    }

    private void begin(long seed) {
        clock.setTo(START);
        service = new TestApi(port);
        TestRotation rotation = new TestRotation(port, events);
        String home = "MH" + seed;
        String hostCode = "MT" + seed;
        String staffNo = "M%05d".formatted(seed);
        UUID homeId = rotation.staff.institution(home);
        host = rotation.staff.institution(hostCode);
        doctor = rotation.staff.physician(staffNo, homeId);
        rotation.staff.licence(doctor);
        rotation.awaitInstitution(homeId);
        rotation.awaitInstitution(host);
        rotation.awaitDecision(doctor, homeId, "2026-10-01", true);
        model = new WorkflowModel(home, hostCode, staffNo);
        model.today = START;
        application = null;
        callers.clear();
        jdbc.update("update practice_delegation set revoked_at = utc_timestamp(6) where revoked_at is null");
        for (WorkflowModel.Actor actor : model.actors) {
            TestCaller caller = TestCaller.named(actor.name());
            for (Map.Entry<Role, List<String>> grant : actor.grants().entrySet()) {
                caller = caller.with(grant.getKey(), grant.getValue().toArray(String[]::new));
            }
            callers.put(actor.name(), actor.staffNo() == null ? caller : caller.staffNo(actor.staffNo()));
        }
    }

    /** Before a new application the agreement that came of the one before is put out of the way. */
    private void make() {
        jdbc.update(
                "update practice_agreement set status = 'ended', status_reason = 'test', status_from = valid_from where member_id = ?",
                Ids.bytes(doctor));
        WorkflowModel.Actor maker = any(model.makers());
        TestApi.Answer made =
                api(maker.name()).post("/v1/practice-applications", TestRotation.application(doctor, host));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        application = made.id();
        model.made(maker.name());
    }

    private void fire() {
        switch (random.nextInt(10)) {
            case 0 -> time();
            case 1, 2 -> delegate();
            case 3 -> revoke();
            default -> command();
        }
    }

    private void command() {
        WorkflowModel.Actor actor = any(model.actors);
        String verb = any(List.of(
                "consents",
                "consents",
                "acceptances",
                "acceptances",
                "filings",
                "filings",
                "refusals",
                "questions",
                "answers",
                "withdrawals"));
        if (random.nextInt(3) > 0) {
            verb = model.fittingVerb();
        }
        if (verb.equals("refusals") && random.nextInt(3) > 0) {
            verb = "questions";
        }
        Long version = random.nextInt(5) == 0 ? Long.valueOf(model.version - random.nextInt(2)) : null;
        int expected = model.command(actor, verb, version);
        String key = UUID.randomUUID().toString();
        TestApi.Answer answer = post(actor.name(), verb, version, key);
        assertThat(answer.status())
                .as("%s by %s at %s: %s", verb, actor, model, answer.body())
                .isEqualTo(expected);
        if (version == null && random.nextInt(4) == 0) {
            assertThat(post(actor.name(), verb, null, key).status())
                    .as("the same command again is the same answer, not a second step")
                    .isEqualTo(expected);
        }
    }

    private TestApi.Answer post(String actor, String verb, @Nullable Long version, String key) {
        Map<String, Object> body =
                switch (verb) {
                    case "refusals", "withdrawals" -> Map.of("reason", "for a reason");
                    case "questions" -> Map.of("question", "which clinic?");
                    case "answers" -> Map.of("answer", "the heart clinic");
                    default -> Map.of();
                };
        if (version == null) {
            return api(actor).post("/v1/practice-applications/" + application + "/" + verb, body, key);
        }
        Map<String, Object> one = new HashMap<>();
        one.put("id", application);
        one.put("version", version);
        one.put("decision", WorkflowModel.kind(verb));
        one.put("note", "for a reason");
        return model.bulk(api(actor), one);
    }

    private void delegate() {
        WorkflowModel.Actor from = any(model.actors);
        WorkflowModel.Actor to = any(model.actors);
        String code = any(List.of(model.home, model.host, "*"));
        boolean substitute = from.name().equals("admin") && random.nextBoolean();
        String absent = substitute ? any(model.actors).name() : null;
        LocalDate until = model.today.plusDays(1 + random.nextInt(40));
        Map<String, Object> body = new HashMap<>();
        body.put("delegate", to.name());
        body.put("institutionCode", code);
        body.put("validFrom", model.today);
        body.put("validTo", until);
        body.put("absent", absent);
        int expected = model.mayDelegate(from, to.name(), code, absent);
        TestApi.Answer answer = api(from.name()).post("/v1/practice-delegations", body);
        assertThat(answer.status())
                .as("%s lends %s to %s: %s", from.name(), code, to.name(), answer.body())
                .isEqualTo(expected);
        if (expected == 201) {
            model.delegated(answer.id(), from, to.name(), code, absent, until);
        }
    }

    private void revoke() {
        if (model.delegations.isEmpty()) {
            return;
        }
        WorkflowModel.Lent lent = any(model.delegations);
        WorkflowModel.Actor by = any(model.actors);
        int status = api(by.name())
                .post("/v1/practice-delegations/" + lent.id() + "/revocations", "{}")
                .status();
        if (List.of(lent.delegator(), lent.appointedBy()).contains(by.name())
                || by.name().equals("admin")) {
            assertThat(status).isEqualTo(200);
            model.delegations.remove(lent);
        } else {
            assertThat(status).isEqualTo(404);
        }
    }

    private void time() {
        int days = random.nextInt(4) == 0 ? 30 + random.nextInt(40) : 1 + random.nextInt(9);
        clock.advance(Duration.ofDays(days));
        model.today = AssociationZone.dayOf(clock.instant());
        boolean more = true;
        while (more) {
            more = calendar.act();
        }
        model.timePassed();
    }

    private void compare() {
        if (application == null) {
            return;
        }
        JsonNode now = api("registrar-all")
                .get("/v1/practice-applications/" + application)
                .json();
        assertThat(now.path("state").asString()).as("%s", now).isEqualTo(model.state);
        assertThat(now.path("version").asLong()).as("%s", now).isEqualTo(model.version);
        List<String> told = new ArrayList<>();
        now.path("history")
                .forEach(step -> told.add(step.path("action").asString() + " "
                        + step.path("actor").asString()));
        assertThat(told).as("nothing lost, nothing twice").isEqualTo(model.history);
    }

    /** Looks at the rows themselves, by other code than the service's. */
    private void finish() {
        if (application == null) {
            return;
        }
        List<String> deciders = jdbc.queryForList("""
                select actor from practice_application_step where application_id = ?
                    and action in ('submitted', 'approved', 'consented', 'accepted', 'filed', 'refused')
                """, String.class, Ids.bytes(application));
        assertThat(deciders).as("no maker checked himself").doesNotHaveDuplicates();
        assertThat(jdbc.queryForList(
                        "select state from practice_application_step where application_id = ? order by position",
                        String.class,
                        Ids.bytes(application)))
                .as("a legal path")
                .satisfies(states -> assertThat(String.join(" ", states))
                        .matches(
                                "(submitted ?)+(consented ?)*(accepted ?)*((filed)|(refused)|(withdrawn)|(expired))?"));
    }

    private TestApi api(String name) {
        TestCaller caller = callers.get(name);
        return service.as(caller == null ? TestCaller.named(name).with(Role.REGISTRAR, "*") : caller);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
