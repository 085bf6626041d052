package org.yilianti.staff.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import org.yilianti.staff.agenda.AgendaWorker;

@ServiceTest
class LicenceServiceTests {

    @Autowired
    TestEvents events;

    @Autowired
    AgendaWorker agenda;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID member = new UUID(0, 0);

    @BeforeEach
    void aPhysician() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        member = registry.physicianAt(1, "T01");
    }

    private UUID granted(String number, Object... changes) {
        return created(registry.hr().post("/v1/licences", licence(member, number, "T01", changes)));
    }

    @Test
    void aSuspensionIsAnnouncedAndWhatWasBelievedBeforeStaysKnown() {
        Answer granted = registry.hr().post("/v1/licences", licence(member, "N1", "T01"));
        String path = "/v1/licences/" + created(granted);
        Answer suspended =
                registry.hr().post(path + "/suspensions", Map.of("from", "2026-10-19", "reason", "failed assessment"));
        assertThat(suspended.status()).as(suspended.body()).isEqualTo(200);
        assertThat(suspended.json().path("status").asString()).isEqualTo("suspended");
        assertThat(suspended.header("ETag")).isEqualTo("\"2\"");
        assertThat(registry.hr()
                        .get(path + "?knownAt="
                                + granted.json().path("recordedAt").asString())
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("active");
        await().untilAsserted(() -> {
            List<String> bodies = events.bodies("staff.licences", granted.id());
            assertThat(bodies).hasSize(2);
            assertThat(bodies.getLast())
                    .contains("\"version\":2", "\"status\":\"suspended\"", "\"suspendedFrom\":\"2026-10-19\"");
        });
    }

    @Test
    void decisionsFollowEachOtherLawfully() {
        String path = "/v1/licences/" + granted("N1");
        Map<String, String> why = Map.of("from", "2026-10-19", "reason", "why");
        assertThat(registry.hr().post(path + "/resumptions", why).code()).isEqualTo("licence.not-suspended");
        assertThat(registry.hr()
                        .post(path + "/suspensions", Map.of("from", "2026-10-19"))
                        .body())
                .contains("/reason");
        assertThat(registry.hr().post(path + "/suspensions", why).status()).isEqualTo(200);
        assertThat(registry.hr()
                        .post(path + "/resumptions", Map.of("reason", "trained"))
                        .status())
                .isEqualTo(200);
        assertThat(registry.hr().post(path + "/revocations", why).status()).isEqualTo(200);
        assertThat(registry.hr().post(path + "/suspensions", why).status()).isEqualTo(409);
    }

    @Test
    void aRenewalIsANewRecordThatMayKeepTheNumber() {
        UUID first = granted("N1", "validTo", "2027-01-01");
        assertThat(registry.hr()
                        .post("/v1/licences", licence(member, "N1", "T01", "validFrom", "2027-01-01"))
                        .code())
                .isEqualTo("licence.exists");
        UUID second = granted("N1", "validFrom", "2027-01-01", "renewsId", first);
        assertThat(second).isNotEqualTo(first);
        assertThat(registry.hr().get("/v1/licences?number=N1").json().path("items"))
                .hasSize(2);
        Answer twice = registry.hr()
                .post("/v1/licences", licence(member, "N2", "T01", "validFrom", "2027-02-01", "renewsId", first));
        assertThat(twice.status()).isEqualTo(409);
    }

    @Test
    void whatExpiresSoonIsFound() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        granted("SOON", "validTo", today.plusDays(30).toString());
        granted("LATER", "validTo", today.plusDays(31).toString());
        granted("OVER", "validTo", today.toString());
        assertThat(registry.hr()
                        .get("/v1/licences?expiringWithinDays=30")
                        .json()
                        .path("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("number").asString()).isEqualTo("SOON"));
    }

    @Test
    void onlyTheOfficeOfTheMainInstitutionDecides() {
        UUID id = granted("N1");
        TestApi other = registry.as(Role.HR_OFFICER, "T02");
        assertThat(other.get("/v1/licences/" + id).status()).isEqualTo(404);
        assertThat(other.get("/v1/licences").json().path("items")).isEmpty();
        assertThat(other.post("/v1/licences/" + id + "/revocations", Map.of("from", "2026-10-19", "reason", "why"))
                        .status())
                .isEqualTo(404);
        assertThat(other.post("/v1/licences", licence(member, "N2", "T02")).status())
                .isEqualTo(422);
        assertThat(registry.as(Role.HR_OFFICER, "T01")
                        .get("/v1/licences?member=" + member)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    /** R4: a suspension with an end lifts itself, on the day, and says so. */
    @Test
    void aSuspensionWithAnEndLiftsItselfOnItsDay() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        UUID ends = granted("ENDS");
        UUID stays = granted("STAYS");
        for (UUID id : List.of(ends, stays)) {
            String until = (id.equals(ends) ? today : today.plusDays(1)).toString();
            assertThat(registry.hr()
                            .post(
                                    "/v1/licences/" + id + "/suspensions",
                                    Map.of("from", "2026-01-10", "to", until, "reason", "training"))
                            .status())
                    .isEqualTo(200);
        }
        agenda.workOff();
        Answer lifted = registry.hr().get("/v1/licences/" + ends);
        assertThat(lifted.json().path("status").asString()).isEqualTo("active");
        assertThat(lifted.json().path("suspendedTo").asString()).isEqualTo(today.toString());
        assertThat(lifted.json().path("recordedBy").asString()).isEqualTo("system:calendar");
        assertThat(registry.hr()
                        .get("/v1/licences/" + stays)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("suspended");
        agenda.workOff();
        assertThat(registry.hr().get("/v1/licences/" + ends).header("ETag")).isEqualTo("\"3\"");
        await().untilAsserted(
                        () -> assertThat(events.bodies("staff.licences", ends).getLast())
                                .contains("\"version\":3", "\"status\":\"active\""));
    }

    /** R4: a nurse is registered for five years and renews within the last thirty days. */
    @Test
    void aNurseRenewsOnlyWithinTheWindowAndForNoMoreThanTheTerm() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        UUID nurse = created(registry.hr().post("/v1/members", Registry.physician(2, "category", "nurse")));
        created(registry.hr().post("/v1/members/" + nurse + "/appointments", Registry.appointment("T01")));
        assertThat(registry.hr()
                        .post("/v1/licences", nursing(nurse, "N-0", today, today.plusYears(6)))
                        .body())
                .contains("/validTo", "term-exceeded");
        UUID early = created(
                registry.hr().post("/v1/licences", nursing(nurse, "N-1", today.minusYears(4), today.plusDays(31))));
        LocalDate end = today.plusDays(30);
        UUID due = created(registry.hr().post("/v1/licences", nursing(nurse, "N-2", today.minusYears(4), end)));
        Map<String, Object> renewal = nursing(nurse, "N-3", end, end.plusYears(5));
        renewal.put("renewsId", early);
        assertThat(registry.hr().post("/v1/licences", renewal).body()).contains("renewal-too-early");
        renewal.put("renewsId", due);
        created(registry.hr().post("/v1/licences", renewal));
    }

    private static Map<String, Object> nursing(UUID member, String number, LocalDate from, LocalDate to) {
        return licence(
                member,
                number,
                "T01",
                "kind",
                "nurse",
                "category",
                "nursing",
                "validFrom",
                from.toString(),
                "validTo",
                to.toString());
    }
}
