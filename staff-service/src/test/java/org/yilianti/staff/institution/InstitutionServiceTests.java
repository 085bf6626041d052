package org.yilianti.staff.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;

@ServiceTest
class InstitutionServiceTests {

    @Autowired
    TestEvents events;

    @LocalServerPort
    int port;

    private final TestCaller hr =
            TestCaller.named("hr").with(Role.HR_OFFICER, "*").of(UUID.randomUUID());

    private TestApi api() {
        return new TestApi(port).as(hr);
    }

    private static Map<String, Object> centre(String code) {
        return new HashMap<>(Map.of(
                "code",
                code,
                "name",
                "青溪镇卫生院",
                "tier",
                "township-health-centre",
                "lead",
                false,
                "setting",
                "rural",
                "population",
                31250,
                "areaKm2",
                84.50));
    }

    @Test
    void aFoundedInstitutionIsReadBackAndAnnounced() {
        Answer founded = api().post("/v1/institutions", centre("T01"));
        assertThat(founded.status()).as(founded.body()).isEqualTo(201);
        assertThat(founded.header("ETag")).isEqualTo("\"1\"");
        Answer read = api().get("/v1/institutions/" + founded.id());
        assertThat(read.body()).isEqualTo(founded.body());
        await().untilAsserted(() ->
                assertThat(events.bodies("staff.institutions", founded.id())).hasSize(1));
    }
}
