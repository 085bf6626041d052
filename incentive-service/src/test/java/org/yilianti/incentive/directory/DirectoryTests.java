package org.yilianti.incentive.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import tools.jackson.databind.JsonNode;

@ServiceTest
class DirectoryTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final UUID EXAMPLE_INSTITUTION = UUID.fromString("01990000-0000-7000-8000-000000000101");
    private static final UUID EXAMPLE_MEMBER = UUID.fromString("01990000-0000-7000-8000-000000000201");

    @Autowired
    TestEvents events;

    @Autowired
    Members members;

    @LocalServerPort
    int port;

    @Test
    void theExamplesOfAllContractsArriveAndAreCounted() {
        JsonNode before = counts("2026-10");
        JsonNode november = counts("2026-11");
        events.state(
                "staff.institutions",
                "staff.institution-changed.v1",
                EXAMPLE_INSTITUTION,
                1,
                EventContract.example("staff.institution-changed.v1"));
        events.state(
                "staff.members",
                "staff.member-changed.v1",
                EXAMPLE_MEMBER,
                2,
                EventContract.example("staff.member-changed.v1"));
        UUID record = Ids.next();
        String confirmed = EventContract.example("rotation.service-record-changed.v1");
        hear(record, 2, confirmed);
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode counts = counts("2026-10");
            assertThat(more(before, counts, "institutions")).isEqualTo(1);
            assertThat(more(before, counts, "members")).isEqualTo(1);
            assertThat(more(before, counts, "serviceRecords")).isEqualTo(1);
            assertThat(more(before, counts, "confirmedServiceRecords")).isEqualTo(1);
        });
        assertThat(members.mainInstitution(TestCaller.ASSOCIATION, "S00001"))
                .as("where the main appointment is")
                .contains(EXAMPLE_INSTITUTION);

        hear(record, 3, confirmed.replace("\"confirmed\"", "\"disputed\""));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(more(before, counts("2026-10"), "serviceRecords")).isEqualTo(1);
            assertThat(more(before, counts("2026-10"), "confirmedServiceRecords"))
                    .isZero();
        });

        hear(
                record,
                4,
                confirmed
                        .replace("2026-10-06T00:00:00Z", "2026-10-31T16:00:00Z")
                        .replace("2026-10-06T08:00:00Z", "2026-10-31T20:00:00Z"));
        await().atMost(SOON).untilAsserted(() -> assertThat(more(november, counts("2026-11"), "serviceRecords"))
                .as("midnight in Shanghai begins the month")
                .isEqualTo(1));
        assertThat(more(before, counts("2026-10"), "serviceRecords")).isZero();
    }

    @Test
    void aCallerOfOneInstitutionDoesNotSeeTheWholeAssociation() {
        TestApi.Answer answer = new TestApi(port)
                .as(TestCaller.named("hr").with(Role.HR_OFFICER, "T01"))
                .get("/v1/directories/incentive?month=2026-10");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("access.institution");
    }

    private void hear(UUID id, long version, String body) {
        events.state(
                "rotation.service-records",
                "rotation.service-record-changed.v1",
                id,
                version,
                body.replace("01990000-0000-7000-8000-000000000801", id.toString()));
    }

    private static int more(JsonNode before, JsonNode now, String count) {
        return now.path(count).asInt() - before.path(count).asInt();
    }

    private JsonNode counts(String month) {
        return new TestApi(port)
                .as(TestCaller.named("registrar").with(Role.REGISTRAR, "*"))
                .get("/v1/directories/incentive?month=" + month)
                .json();
    }
}
