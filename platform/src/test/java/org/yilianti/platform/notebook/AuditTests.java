package org.yilianti.platform.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditChain;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import tools.jackson.databind.JsonNode;

@ServiceTest
@DirtiesContext
class AuditTests {

    @Autowired
    AuditChain chain;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private TestApi api(Role role, String institution) {
        return new TestApi(port).as(TestCaller.named("someone").with(role, institution));
    }

    @Test
    void everyChangeLeavesARowAndEveryKindOfTamperingIsFound() {
        for (int i = 0; i < 5; i++) {
            api(Role.HR_OFFICER, "*")
                    .post("/v1/notes", Map.of("institution", i % 2 == 0 ? "T01" : "T02", "words", "w" + i));
        }
        await().until(() -> jdbc.sql("select count(*) from audit_entry where position is null")
                        .query(Long.class)
                        .single()
                == 0);

        JsonNode all =
                api(Role.AUDITOR, "*").get("/v1/audit-entries/notebook").json().path("items");
        assertThat(all).hasSize(5);
        assertThat(all.path(0).path("action").asString()).isEqualTo("note.written");
        assertThat(all.path(0).path("actor").asString()).isEqualTo("someone");
        assertThat(all.path(0).path("detail").path("words").asString()).isEqualTo("w4");
        assertThat(api(Role.AUDITOR, "T02")
                        .get("/v1/audit-entries/notebook")
                        .json()
                        .path("items"))
                .hasSize(2);

        assertThat(chain.firstBreak()).isEmpty();
        assertBreak(
                3,
                "update audit_entry set actor = 'nobody' where position = 3",
                "update audit_entry set actor = 'someone' where position = 3");
        assertBreak(
                2,
                "update audit_entry set position = 100 where position = 2",
                "update audit_entry set position = 2 where position = 100");
        jdbc.sql("delete from audit_entry where position = 5").update();
        assertThat(chain.firstBreak()).as("the last row is missing").contains(5L);
        assertThat(api(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/notebook/verification")
                        .json()
                        .path("whole")
                        .asBoolean())
                .isFalse();
    }

    private void assertBreak(long position, String tamper, String mend) {
        jdbc.sql(tamper).update();
        assertThat(chain.firstBreak()).as(tamper).contains(position);
        jdbc.sql(mend).update();
        assertThat(chain.firstBreak()).as(mend).isEmpty();
    }
}
