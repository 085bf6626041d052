package org.yilianti.rotation.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
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
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.TestClock;
import org.yilianti.rotation.TestPractice;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Assessment;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.DirectoryManagement;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.MemberState;
import org.yilianti.rotation.directory.Members;
import tools.jackson.databind.JsonNode;

/**
 * Random decisions, amendments, renewed insurances, service, news and time against an agreement in force and against
 * {@link AgreementModel}: both always agree on what is allowed, on the standing and on who may practise when (M1, M3, M10, V5).
 */
@ServiceTest
@Import(TestClock.Wiring.class)
class AgreementModelTests {

    private static final int COMMANDS = 70;
    private static final LocalDate BEFORE = LocalDate.of(2012, 8, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestClock clock;

    @Autowired
    private StandingManagement standings;

    @Autowired
    private DirectoryManagement directory;

    @Autowired
    private Members members;

    @Autowired
    private JdbcTemplate jdbc;

    private Random random = new Random(0);
    private TestRotation rotation;
    private TestPractice practice;
    private AgreementModel model = new AgreementModel(AgreementModel.START);
    private String path = "";
    private @Nullable UUID amendment;
    private int step;

    @AfterEach
    void theRealTime() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5})
    void theAgreementDoesWhatTheModelSays(long seed) {
        random = new Random(seed);
        rotation = new TestRotation(port, events);
        practice = new TestPractice(rotation).filed();
        path = practice.agreementPath();
        clock.setTo(LocalDate.of(2026, 11, 4));
        model = new AgreementModel(LocalDate.of(2026, 11, 4));
        amendment = null;
        for (step = 0; step < COMMANDS && !model.over; step++) {
            fire();
            model.settle();
            compare();
        }
        finish();
    }

    private void fire() {
        switch (random.nextInt(14)) {
            case 0 -> decide();
            case 1, 2, 3 -> licence();
            case 4 -> employment();
            case 5 -> assessment();
            case 6 -> insure();
            case 7, 8 -> serve();
            case 9, 10 -> propose();
            case 11 -> consent();
            default -> time();
        }
    }

    /** A registrar of either side or of none suspends or resumes. */
    private void decide() {
        String code = any(List.of(practice.homeCode, practice.hostCode, "ELSEWHERE"));
        boolean suspend = random.nextBoolean();
        TestApi.Answer answer = suspend
                ? rotation.registrarOf(code)
                        .post(path + "/suspensions", Map.of("from", model.today.toString(), "reason", "complaint"))
                : rotation.registrarOf(code).post(path + "/resumptions", "{}");
        boolean possible = suspend == (model.decided == null);
        int expected = code.equals("ELSEWHERE") ? 404 : possible ? 200 : 409;
        assertThat(answer.status()).as("%s: %s", model, answer.body()).isEqualTo(expected);
        if (expected == 200) {
            model.decided = suspend ? model.today : null;
        }
    }

    /** An authority suspends, revokes or thinks better of it; or the licence is to run out, or is renewed. */
    private void licence() {
        switch (random.nextInt(3)) {
            case 0 -> model.licenceSuspended = model.licenceSuspended == null ? model.today : null;
            case 1 -> model.licenceRevoked = model.licenceRevoked == null ? model.today : null;
            default -> model.licenceTo = model.licenceTo == null ? model.today.plusDays(random.nextInt(12)) : null;
        }
        directory.licencesChanged(List.of(new Licence(
                practice.licence,
                TestCaller.ASSOCIATION,
                practice.doctor,
                "L",
                "physician",
                "clinical",
                null,
                practice.home,
                new DatePeriod(BEFORE, model.licenceTo),
                model.licenceSuspended == null ? null : DatePeriod.from(model.licenceSuspended),
                model.licenceRevoked)));
    }

    private void employment() {
        model.unemployed = model.unemployed == null ? model.today : null;
        Member member = members.find(TestCaller.ASSOCIATION, practice.doctor).orElseThrow();
        directory.membersChanged(List.of(new MemberState(
                member,
                List.of(new Appointment(
                        UUID.nameUUIDFromBytes(Ids.bytes(practice.doctor)),
                        practice.doctor,
                        practice.home,
                        100,
                        true,
                        new DatePeriod(BEFORE, model.unemployed))))));
    }

    private void assessment() {
        boolean fails = model.failed == null;
        if (!fails && !model.today.isAfter(java.util.Objects.requireNonNull(model.failed))) {
            return;
        }
        directory.assessmentsChanged(List.of(
                new Assessment(Ids.next(), TestCaller.ASSOCIATION, practice.doctor, model.today, !fails, false, null)));
        model.failed = fails ? model.today : null;
    }

    private void insure() {
        LocalDate until = random.nextInt(3) > 0 ? AgreementModel.END : model.today.plusDays(1 + random.nextInt(40));
        TestApi.Answer answer = rotation.registrarOf(practice.homeCode)
                .post(
                        path + "/insurances",
                        Map.of("policyNumber", "P" + step, "insurer", "I", "coverFen", 1, "validTo", until.toString()));
        assertThat(answer.status()).as("%s: %s", model, answer.body()).isEqualTo(200);
        model.insure(until);
    }

    /** One service a day, in the small hours so that it is over; a second one that day corrects it. */
    private void serve() {
        int minutes = 30 + random.nextInt(480);
        practice.serve("d" + model.today, model.today, 0, minutes);
        model.serve(minutes);
    }

    private void propose() {
        boolean byHome = random.nextBoolean();
        LocalDate from = model.today.plusDays(random.nextInt(24) - 2L);
        int hours = 8 + random.nextInt(9);
        Map<String, Object> terms = TestRotation.application(practice.doctor, practice.host);
        terms.keySet().removeAll(List.of("memberId", "hostInstitutionId"));
        terms.put("weeklyHours", hours);
        TestApi.Answer answer = registrar(byHome)
                .post(
                        path + "/amendments",
                        Map.of("effectiveFrom", from.toString(), "reason", "other needs", "terms", terms));
        int expected = model.mayPropose(from);
        assertThat(answer.status())
                .as("%s from %s: %s", model, from, answer.body())
                .isEqualTo(expected);
        if (expected == 201) {
            amendment = answer.id();
            model.proposal = new AgreementModel.Proposal(byHome, from, hours, model.versions);
        }
    }

    /** The other side consents, or the same side tries to; what has been overtaken is taken back. */
    private void consent() {
        if (model.proposal == null) {
            return;
        }
        boolean byHome = random.nextBoolean();
        String one = path + "/amendments/" + amendment;
        TestApi.Answer answer = registrar(byHome).post(one + "/consents", "{}");
        int expected = model.mayConsent(byHome);
        assertThat(answer.status()).as("%s: %s", model, answer.body()).isEqualTo(expected);
        if (expected == 200) {
            model.consented();
        } else if (expected != 403) {
            boolean proposer = model.proposal.byHome();
            assertThat(registrar(proposer)
                            .post(one + "/withdrawals", Map.of("reason", "overtaken"))
                            .status())
                    .isEqualTo(200);
            model.proposal = null;
        }
    }

    private TestApi registrar(boolean ofHome) {
        return rotation.registrarOf(ofHome ? practice.homeCode : practice.hostCode);
    }

    private void time() {
        clock.advance(Duration.ofDays(random.nextInt(6) == 0 ? 20 + random.nextInt(20) : 1 + random.nextInt(6)));
        model.today = AssociationZone.dayOf(clock.instant());
        boolean more = true;
        while (more) {
            more = standings.reviewDue();
        }
    }

    private void compare() {
        JsonNode now = rotation.registrar().get(path).json();
        assertThat(now.path("status").asString()).as("%s but %s", model, now).isEqualTo(model.status());
        assertThat(now.path("statusReason").asString(null))
                .as("%s but %s", model, now)
                .isEqualTo(model.reason());
        assertThat(now.path("termsVersion").asInt()).as("%s", model).isEqualTo(model.versions);
        List<LocalDate> days = List.of(model.today.plusDays(1), model.today.plusDays(1 + random.nextInt(20)));
        JsonNode decisions = rotation.decide(practice.doctor, practice.host, days);
        assertThat(decisions.size()).isEqualTo(days.size());
        for (int index = 0; index < days.size(); index++) {
            LocalDate day = days.get(index);
            assertThat(decisions.path(index).path("permitted").asBoolean())
                    .as("on %s, %s, %s but %s", day, model, now, decisions.path(index))
                    .isEqualTo(model.lawful(day));
        }
    }

    /** Looks at the rows themselves: versions without gaps, nothing after the end, one version of the terms on each day. */
    private void finish() {
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        List<String> states = jdbc.queryForList(
                "select status from practice_agreement_history where id = ? order by version",
                String.class,
                Ids.bytes(id));
        assertThat(String.join(" ", states)).matches("((active|suspended) )*(active|suspended|ended)");
        List<Long> versions = jdbc.queryForList(
                "select version from practice_agreement_history where id = ? order by version",
                Long.class,
                Ids.bytes(id));
        assertThat(versions).hasSize(versions.getLast().intValue()).isSorted();
        Map<String, Integer> days = new HashMap<>();
        rotation.registrar().get(path + "/versions").json().path("items").forEach(version -> LocalDate.parse(
                        version.path("effectiveFrom").asString())
                .datesUntil(LocalDate.parse(version.path("effectiveTo").asString()))
                .forEach(day -> days.merge(day.toString(), 1, Integer::sum)));
        assertThat(days).hasSize(365);
        assertThat(days.values()).containsOnly(1);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
