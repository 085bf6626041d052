package org.yilianti.staff.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.physician;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.staff.Registry;

/** Showing personal numbers on purpose, and copies for those whom they concern (R3). */
@ServiceTest
class DisclosureServiceTests {

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID member = new UUID(0, 0);
    private String disclosures = "";

    @BeforeEach
    void onePersonAtAnInstitution() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        member = registry.physicianAt(1, "T01");
        disclosures = "/v1/members/" + member + "/disclosures";
    }

    private static Map<String, Object> asked(String... fields) {
        return Map.of("fields", List.of(fields), "reason", "pay file of the bank");
    }

    private TestApi themselves() {
        return new TestApi(port)
                .as(TestCaller.named("shen")
                        .with(Role.STAFF, "T01")
                        .staffNo("S00001")
                        .of(registry.association()));
    }

    private List<String> rows(String query) {
        return jdbc.sql(query)
                .param(Ids.bytes(registry.association()))
                .query((row, number) -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(row.getString(i)).append(' ');
                    }
                    return text.toString();
                })
                .list();
    }

    @Test
    void personalNumbersAreShownForAReasonAndThePersonSeesToWhom_R3() {
        Answer opened = registry.hr().post(disclosures, asked("national-id", "phone"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String values = opened.header("Location");
        Answer answer = registry.hr().get(values);
        assertThat(answer.json().path("values").path("national-id").asString())
                .isEqualTo(physician(1).get("nationalId"));
        assertThat(answer.json().path("values").path("phone").asString()).isEqualTo("12900000001");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        Answer copy = themselves().get("/v1/my/registry-records");
        assertThat(copy.body()).contains("pay file of the bank", "hr-officer", "national-id,phone");
    }

    @Test
    void whatWasDisclosedToOneIsReadByNobodyElseAndNotForLong_R3() {
        String values = registry.hr().post(disclosures, asked("phone")).header("Location");
        TestApi other = new TestApi(port)
                .as(TestCaller.named("other").with(Role.HR_OFFICER, "*").of(registry.association()));
        assertThat(other.get(values).status()).isEqualTo(404);
        assertThat(registry.as(Role.HR_OFFICER, "T02").get(values).status())
                .as("the same account, which lost the institution meanwhile")
                .isEqualTo(404);
        assertThat(registry.hr().get(values).status()).isEqualTo(200);
        jdbc.sql(
                        "update disclosure set disclosed_at = date_sub(disclosed_at, interval 5 minute) where association_id = ?")
                .param(Ids.bytes(registry.association()))
                .update();
        assertThat(registry.hr().get(values).status()).isEqualTo(404);
    }

    @Test
    void theSameRequestSentTwiceIsOneDisclosure_R3() {
        Answer first = registry.hr()
                .post(disclosures, asked("phone"), registry.association().toString());
        Answer again = registry.hr()
                .post(disclosures, asked("phone"), registry.association().toString());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(rows("select id from disclosure where association_id = ?")).hasSize(1);
    }

    @Test
    void theTraceOfADisclosureHasNoNumber_R3() {
        registry.hr()
                .get(registry.hr()
                        .post(disclosures, asked("national-id", "phone"))
                        .header("Location"));
        assertThat(rows("select * from audit_entry where association_id = ? and action = 'member.disclosed'"))
                .singleElement()
                .asString()
                .contains("pay file of the bank")
                .doesNotContain(String.valueOf(physician(1).get("nationalId")), "12900000001");
        assertThat(rows("select * from disclosure where association_id = ?"))
                .singleElement()
                .asString()
                .doesNotContain(String.valueOf(physician(1).get("nationalId")), "12900000001");
        assertThat(jdbc.sql("select count(*) from idempotency_key where body like '%12900000001%'")
                        .query(Integer.class)
                        .single())
                .as("stored answers")
                .isZero();
    }

    @Test
    void nobodyIsShownMoreThanThePolicySaysHoweverManyRequestsComeAtOnce_R3() throws Exception {
        try (var many = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> requests = Stream.generate(() -> (Callable<Integer>) () ->
                            registry.hr().post(disclosures, asked("phone")).status())
                    .limit(36)
                    .toList();
            List<Integer> statuses = many.invokeAll(requests).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(statuses.subList(0, 30)).containsOnly(201);
            assertThat(statuses.subList(30, 36)).containsOnly(429);
        }
        TestApi other = new TestApi(port)
                .as(TestCaller.named("other").with(Role.HR_OFFICER, "T01").of(registry.association()));
        assertThat(other.post(disclosures, asked("phone")).status()).isEqualTo(201);
        assertThat(rows("select id from disclosure where association_id = ?")).hasSize(31);
    }

    @Test
    void withoutAReasonOrForAnotherFieldOrFromAnotherInstitutionNothingIsShown() {
        assertThat(registry.hr()
                        .post(disclosures, Map.of("fields", List.of("phone")))
                        .body())
                .contains("/reason", "required");
        assertThat(registry.hr().post(disclosures, asked("birth-date")).body()).contains("unknown-value");
        assertThat(registry.hr().post(disclosures, asked()).body()).contains("/fields");
        assertThat(registry.as(Role.HR_OFFICER, "T02")
                        .post(disclosures, asked("phone"))
                        .status())
                .isEqualTo(404);
        assertThat(registry.as(Role.AUDITOR, "*")
                        .post(disclosures, asked("phone"))
                        .status())
                .isEqualTo(403);
        assertThat(rows("select id from disclosure where association_id = ?")).isEmpty();
    }

    @Test
    void everybodyGetsACopyOfEverythingKeptOfThemAndOfNobodyElse_R3() {
        registry.physicianAt(2, "T01");
        Registry.created(registry.hr().post("/v1/licences", Registry.licence(member, "110-7", "T01")));
        Answer copy = themselves().inLanguage("en").get("/v1/my/registry-records");
        assertThat(copy.status()).as(copy.body()).isEqualTo(200);
        assertThat(copy.body())
                .contains(String.valueOf(physician(1).get("nationalId")), "12900000001", "110-7", "内科", "National id")
                .doesNotContain("S00002", "12900000002", "hash");
        assertThat(copy.header("Cache-Control")).contains("no-store");
        assertThat(themselves().inLanguage("zh").get("/v1/my/registry-records").body())
                .contains("身份证号", "执业证书");
        assertThat(registry.as(Role.STAFF, "*").get("/v1/my/registry-records").status())
                .isEqualTo(403);
        assertThat(registry.hr().get("/v1/my/registry-records").status()).isEqualTo(403);
    }

    @Test
    void everyTableThatNamesAMemberSaysOfWhichAssociationSoThatACopyHasIt_R3() {
        List<String> tables = jdbc.sql("""
                        select lower(table_name) from information_schema.columns
                        where table_schema = database() and lower(column_name) in ('member_id', 'association_id')
                        group by table_name having sum(lower(column_name) = 'member_id') > 0 and count(*) < 2
                        """).query(String.class).list();
        assertThat(tables).isEmpty();
    }
}
