package org.yilianti.staff.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.appointment;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;
import static org.yilianti.staff.Registry.physician;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
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
import org.yilianti.staff.member.NameKeyUpkeep;
import tools.jackson.databind.JsonNode;

/** Looking for people through the API (R3, R4). */
@ServiceTest
class SearchServiceTests {

    private static final String MATCHES = "/v1/members/matches?";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NameKeyUpkeep upkeep;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void twoInstitutions() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
    }

    private UUID member(int number, String name, String latin, Object... more) {
        Object[] changes = new Object[4 + more.length];
        System.arraycopy(new Object[] {"name", name, "nameLatin", latin}, 0, changes, 0, 4);
        System.arraycopy(more, 0, changes, 4, more.length);
        return created(registry.hr().post("/v1/members", physician(number, changes)));
    }

    private void appointed(UUID member, String institution, Object... changes) {
        created(registry.hr().post("/v1/members/" + member + "/appointments", appointment(institution, changes)));
    }

    private static List<String> staffNos(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> numbers = new ArrayList<>();
        for (JsonNode item : answer.json().path("items")) {
            numbers.add(item.path("staffNo").asString());
        }
        return numbers;
    }

    private List<String> found(String parameter, String value) {
        return found(registry.hr(), parameter, value);
    }

    private static List<String> found(TestApi api, String parameter, String value) {
        return staffNos(api.get(MATCHES + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }

    @Test
    void aPersonIsFoundByTheBeginningOfTheNameInChinesePinyinInitialsAndLatin_R3() {
        member(1, "单雄信", "Daniel Shan");
        member(2, "吕思远", "Lü Siyuan");
        member(3, "沈文博", "Shen Wenbo");
        for (String text : List.of("单", "单雄", "shan", "shanxiongxin", "sxx", "Daniel", "daniel shan", "Shan Daniel")) {
            assertThat(found("q", text)).as(text).containsExactly("S00001");
        }
        for (String text : List.of("lv", "LÜ SI", "lusiyuan", "lsy", "siyuan lv", "Siyuan Lü")) {
            assertThat(found("q", text)).as(text).containsExactly("S00002");
        }
        assertThat(found("q", "s")).containsExactly("S00001", "S00003");
        assertThat(found("q", "文博")).isEmpty();
        assertThat(found("q", "S0000")).containsExactly("S00001", "S00002", "S00003");
    }

    @Test
    void aChangedNameIsFoundByTheNewNameOnly_R3() {
        UUID id = member(1, "沈文博", "Shen Wenbo");
        Answer revised =
                registry.hr().put("/v1/members/" + id, physician(1, "name", "欧阳文", "nameLatin", "Ouyang Wen"), "\"1\"");
        assertThat(revised.status()).as(revised.body()).isEqualTo(200);
        assertThat(found("q", "shenwen")).isEmpty();
        assertThat(found("q", "ouyangwen")).containsExactly("S00001");
        assertThat(found("q", "oyw")).containsExactly("S00001");
    }

    @Test
    void peopleOfAFileAreFoundByPinyinAtOnce_R13() {
        String header =
                "staff_no,name,name_latin,sex,birth_date,national_id,phone,category,title,title_since,specialty,"
                        + "specialty_since,institution_head\n";
        var person = physician(7);
        registry.imported(
                "members",
                header + "F1,仇建国,,male,1980-05-17," + person.get("nationalId") + ",,physician,junior,,,,false\n");
        assertThat(found("q", "qiujianguo")).containsExactly("F1");
        assertThat(found("q", "qjg")).containsExactly("F1");
    }

    @Test
    void whatIsLookedForCanBeCombined_R3_R4() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        UUID wanted = member(1, "何雅琴", "He Yaqin", "specialty", "paediatrics", "title", "senior");
        UUID other = member(2, "何雅静", "He Yajing", "specialty", "paediatrics", "title", "junior");
        member(3, "何雅文", "He Yawen", "specialty", "surgery", "title", "senior");
        appointed(wanted, "T01");
        appointed(other, "T02", "validFrom", today.plusDays(9));
        created(registry.hr()
                .post(
                        "/v1/licences",
                        licence(
                                wanted,
                                "110-7",
                                "T01",
                                "validTo",
                                today.plusDays(20).toString())));
        created(registry.hr().post("/v1/licences", licence(other, "110-8", "T02")));

        assertThat(found("q", "heya")).containsExactly("S00001", "S00002", "S00003");
        assertThat(found("specialty", "paediatrics")).containsExactly("S00001", "S00002");
        assertThat(found("q=heya&specialty=paediatrics&title", "senior")).containsExactly("S00001");
        assertThat(found("institution", "T01")).containsExactly("S00001");
        assertThat(found("institution", "T02")).containsExactly("S00002");
        assertThat(found("licenceNumber", "110-")).containsExactly("S00001", "S00002");
        assertThat(found("licenceNumber", "110-8")).containsExactly("S00002");
        assertThat(found("expiringWithinDays", "20")).containsExactly("S00001");
        assertThat(found("expiringWithinDays", "19")).isEmpty();
        assertThat(found("status", "appointed")).containsExactly("S00001");
        assertThat(found("status", "coming")).containsExactly("S00002");
        assertThat(found("status", "not-appointed")).containsExactly("S00003");
        assertThat(found("licenceStatus=active&title", "junior")).containsExactly("S00002");
        assertThat(found("q=heya&sort", "-staffNo")).containsExactly("S00003", "S00002", "S00001");
        assertThat(found("q=heya&sort", "name")).containsExactly("S00002", "S00001", "S00003");
    }

    @Test
    void nobodyOutsideTheCallersInstitutionsIsFoundByAnything_R3() {
        UUID here = member(1, "何雅琴", "He Yaqin");
        UUID there = member(2, "何雅静", "He Yajing");
        appointed(here, "T01");
        appointed(there, "T02");
        created(registry.hr().post("/v1/licences", licence(there, "110-8", "T02")));
        TestApi office = registry.as(Role.HR_OFFICER, "T01");
        assertThat(found(office, "q", "heya")).containsExactly("S00001");
        assertThat(found(office, "q", "何")).containsExactly("S00001");
        assertThat(found(office, "staffNo", "S00002")).isEmpty();
        assertThat(found(office, "institution", "T02")).isEmpty();
        assertThat(found(office, "licenceNumber", "110")).isEmpty();
        TestApi themselves = new TestApi(port)
                .as(TestCaller.named("he")
                        .with(Role.STAFF, "T01")
                        .staffNo("S00002")
                        .of(registry.association()));
        assertThat(found(themselves, "q", "heya")).containsExactly("S00002");
        assertThat(found(Registry.empty(port).hr(), "q", "heya")).isEmpty();
    }

    @Test
    void whatIsFoundShowsPostsAndLicencesButNoPersonalNumber_R3() {
        UUID id = registry.physicianAt(1, "T01");
        created(registry.hr().post("/v1/licences", licence(id, "110-8", "T01")));
        Answer answer = registry.hr().get(MATCHES + "q=shen");
        JsonNode item = answer.json().path("items").path(0);
        assertThat(item.path("posts").path(0).path("institutionCode").asString())
                .isEqualTo("T01");
        assertThat(item.path("licences").path(0).path("number").asString()).isEqualTo("110-8");
        assertThat(answer.body()).doesNotContain("nationalId", "phone", "12900000001");
    }

    @Test
    void aSearchForNothingOrForTooMuchIsAClearProblem() {
        assertRefused("", "search.empty");
        assertRefused("q=%20%20", "search.empty");
        assertRefused("q=" + "a".repeat(10_000), "");
        assertRefused("q=" + "a".repeat(101), "search.too-long");
        assertRefused("title=emperor", "search.unknown-value");
        assertRefused("status=left", "search.unknown-value");
        assertRefused("expiringWithinDays=-1", "licence.days-invalid");
        assertRefused("q=a&sort=birthDate", "request.sort-invalid");
        assertRefused("q=a&after=bm90aGluZw", "request.cursor-invalid");
        assertRefused("q=a&limit=201", "request.limit-invalid");
        member(1, "沈文博", "Shen Wenbo");
        for (String text : List.of("%", "_", "\\", "'", "' or '1'='1", "%1", "-", "·")) {
            assertThat(found("q", text)).as(text).isEmpty();
        }
    }

    private void assertRefused(String query, String code) {
        Answer answer = registry.hr().get(MATCHES + query);
        assertThat(answer.status()).as(query + answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void everybodyIsOnExactlyOnePageWhileOthersAreRegisteredAndRenamed_R3() throws Exception {
        IntStream.range(100, 140).forEach(n -> member(n, "沈文博", "Shen Wenbo"));
        List<String> standing =
                IntStream.range(100, 140).mapToObj("S%05d"::formatted).toList();
        AtomicBoolean done = new AtomicBoolean();
        try (var other = Executors.newSingleThreadExecutor()) {
            Future<?> changes = other.submit(() -> {
                for (int n = 200; !done.get() && n < 900; n++) {
                    String staffNo = "S%05d".formatted(n * 7919 % 90_000);
                    UUID id = member(n, "沈文" + (char) ('一' + n), "Shen", "staffNo", staffNo);
                    Answer renamed = registry.hr()
                            .put(
                                    "/v1/members/" + id,
                                    physician(n, "name", "沈建国", "nameLatin", "Shenwen", "staffNo", staffNo),
                                    "\"1\"");
                    assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
                }
            });
            for (String sort : List.of("staffNo", "-staffNo", "name", "-name")) {
                List<String> seen = walked("q=shenwen&limit=3&sort=" + sort);
                assertThat(seen.stream().filter(standing::contains))
                        .as(sort)
                        .containsExactlyInAnyOrderElementsOf(standing);
            }
            done.set(true);
            changes.get();
        }
    }

    @Test
    void peopleRegisteredBeforeThereWereKeysAreFoundByPinyinOnceTheyAreFilledIn() {
        IntStream.range(1, 4).forEach(n -> member(n, "沈文博", "Shen Wenbo"));
        UUID nameless = member(4, "·", "Shen");
        jdbc.sql("update member set name_pinyin = '', name_initials = '', name_letters = null where association_id = ?")
                .param(Ids.bytes(registry.association()))
                .update();
        assertThat(found("q", "shenwenbo")).isEmpty();
        upkeep.start();
        await().untilAsserted(() -> assertThat(found("q", "swb")).containsExactly("S00001", "S00002", "S00003"));
        assertThat(registry.hr()
                        .get("/v1/members/" + nameless)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    /** All pages of a search, one after the other. */
    private List<String> walked(String query) {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = registry.hr().get(MATCHES + query + after);
            seen.addAll(staffNos(page));
            JsonNode next = page.json().path("next");
            after = next.isString() ? "&after=" + next.asString() : "";
        } while (!after.isEmpty());
        return seen;
    }
}
