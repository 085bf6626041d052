package org.yilianti.rotation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestStaff;
import tools.jackson.databind.JsonNode;

@ServiceTest
class DirectoryServiceTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private Members members;

    @Autowired
    private Institutions institutions;

    @Autowired
    private Appointments appointments;

    private TestApi registrar() {
        return new TestApi(port).as(TestCaller.named("registrar").with(Role.REGISTRAR, "*"));
    }

    @Test
    void whatStaffServiceTellsIsKnownHereAndCounted() {
        TestStaff staff = new TestStaff(events);
        JsonNode before = registrar().get("/v1/directories/rotation").json();
        UUID site = staff.institution("D01");
        UUID member = staff.physician("D00001", site);
        staff.licence(member);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode now = registrar().get("/v1/directories/rotation").json();
            for (String kind : List.of("institutions", "members", "appointments", "licences")) {
                assertThat(now.path(kind).asLong())
                        .as(kind)
                        .isGreaterThan(before.path(kind).asLong());
            }
        });
        assertThat(members.idsByStaffNo(TestCaller.ASSOCIATION, List.of("D00001")))
                .containsEntry("D00001", member);
    }

    @Test
    void aNewerStateOfAMemberReplacesNameAndAppointmentsAndAnOlderOneDoesNot() {
        TestStaff staff = new TestStaff(events);
        UUID first = staff.institution("D02");
        UUID second = staff.institution("D03");
        UUID member = UUID.randomUUID();
        staff.member(member, 2, "D00002", second, Map.of("title", "senior"));
        staff.member(member, 1, "D00002", first, Map.of("title", "junior"));
        staff.member(member, 3, "D00002", second, Map.of("title", "senior", "name", "新名"));
        await().atMost(Duration.ofSeconds(20)).until(() -> members.find(TestCaller.ASSOCIATION, member)
                .filter(one -> one.name().equals("新名"))
                .isPresent());
        assertThat(members.find(TestCaller.ASSOCIATION, member))
                .map(Member::title)
                .hasValue(Title.SENIOR);
        assertThat(Objects.requireNonNull(appointments
                        .byMember(TestCaller.ASSOCIATION, List.of(member))
                        .get(member)))
                .singleElement()
                .satisfies(one -> assertThat(one.institutionId()).isEqualTo(second));
    }

    /** M10: a batch of service records asks by code and number; it failed as a whole when one of them was known twice. */
    @Test
    void whatWasRegisteredAgainIsFoundByItsCodeAsRegisteredLast() {
        TestStaff staff = new TestStaff(events);
        UUID lost = staff.institution("D04");
        UUID site = staff.institution("D04");
        UUID lostMember = staff.physician("D00004", lost);
        UUID member = staff.physician("D00004", site);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(members.byId(TestCaller.ASSOCIATION, List.of(lostMember, member)))
                    .hasSize(2);
            assertThat(institutions.byId(TestCaller.ASSOCIATION, List.of(lost, site)))
                    .hasSize(2);
        });
        assertThat(institutions.byCode(TestCaller.ASSOCIATION, List.of("D04")).get("D04"))
                .extracting(Institution::id)
                .isEqualTo(site);
        assertThat(members.idsByStaffNo(TestCaller.ASSOCIATION, List.of("D00004")))
                .containsEntry("D00004", member);
    }

    @Test
    void countsOfTheWholeAssociationAreRefusedToARegistrarOfOneInstitution() {
        TestApi local = new TestApi(port).as(TestCaller.named("local").with(Role.REGISTRAR, "D01"));
        assertThat(local.get("/v1/directories/rotation").status()).isEqualTo(403);
    }

    @Test
    void anotherAssociationSeesNothing() {
        TestApi other = new TestApi(port)
                .as(TestCaller.named("other").with(Role.REGISTRAR, "*").of(UUID.randomUUID()));
        assertThat(other.get("/v1/directories/rotation").json().path("members").asLong())
                .isZero();
    }
}
