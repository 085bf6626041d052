package org.yilianti.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import tools.jackson.databind.JsonNode;

/** An association of its own inside a running service: what tests enter into it, by form and by file. */
public record Registry(int port, UUID association) {

    /** A new, empty association. */
    public static Registry empty(int port) {
        return new Registry(port, UUID.randomUUID());
    }

    /** Calls with a role for the institutions with these codes. */
    public TestApi as(Role role, String... institutions) {
        return new TestApi(port)
                .as(TestCaller.named(role.claim()).with(role, institutions).of(association));
    }

    /** The association's HR office. */
    public TestApi hr() {
        return as(Role.HR_OFFICER, "*");
    }

    /** A township health centre, changed by alternating field names and values. */
    public static Map<String, Object> centre(String code, Object... changes) {
        return changed(
                changes,
                "code",
                code,
                "name",
                "青溪镇卫生院 " + code,
                "tier",
                "township-health-centre",
                "lead",
                false,
                "setting",
                "rural",
                "population",
                31250,
                "areaKm2",
                84.5);
    }

    /** A physician, changed by alternating field names and values; numbers 1 to 999 give different people. */
    public static Map<String, Object> physician(int number, Object... changes) {
        return changed(
                changes,
                "staffNo",
                "S%05d".formatted(number),
                "name",
                "沈文博",
                "nameLatin",
                "Shen Wenbo",
                "sex",
                "male",
                "birthDate",
                "1980-05-17",
                "nationalId",
                nationalId(number),
                "phone",
                "129%08d".formatted(number),
                "category",
                "physician",
                "title",
                "intermediate",
                "titleSince",
                "2018-07-01",
                "specialty",
                "internal-medicine",
                "institutionHead",
                false);
    }

    /** A full-time main appointment since 2020, changed by alternating field names and values. */
    public static Map<String, Object> appointment(String institution, Object... changes) {
        return changed(
                changes,
                "institutionCode",
                institution,
                "department",
                "内科",
                "post",
                "医师",
                "fte",
                1.0,
                "main",
                true,
                "validFrom",
                "2020-01-01");
    }

    /** A physician's licence from 2015 to 2055, changed by alternating field names and values. */
    public static Map<String, Object> licence(UUID member, String number, String institution, Object... changes) {
        return changed(
                changes,
                "memberId",
                member,
                "number",
                number,
                "kind",
                "physician",
                "category",
                "clinical",
                "mainInstitutionCode",
                institution,
                "validFrom",
                "2015-01-01",
                "validTo",
                "2055-01-01");
    }

    /** Enters an institution; gives its id. */
    public UUID institution(String code) {
        return created(hr().post("/v1/institutions", centre(code)));
    }

    /** Enters a physician with a main appointment at an institution; gives the member's id. */
    public UUID physicianAt(int number, String institution) {
        UUID member = created(hr().post("/v1/members", physician(number)));
        created(hr().post("/v1/members/" + member + "/appointments", appointment(institution)));
        return member;
    }

    /** Enters certificates for the credits that everybody needs in a year. */
    public void creditsOf(UUID member, int year) {
        List.of("class-i", "class-ii")
                .forEach(creditClass -> created(hr().post("/v1/training-credits", credits(member, creditClass, year))));
    }

    /** A certificate of a year, 10 credits of class I or 15 of class II, changed by alternating field names and values. */
    public static Map<String, Object> credits(UUID member, String creditClass, int year, Object... changes) {
        return changed(
                changes,
                "memberId",
                member,
                "creditClass",
                creditClass,
                "credits",
                creditClass.equals("class-i") ? 10 : 15,
                "earnedOn",
                year + "-01-01",
                "source",
                "省级继续教育",
                "evidence",
                creditClass + "-" + year);
    }

    /** The id of what was created; fails when it was not. */
    public static UUID created(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.id();
    }

    /** Uploads a file; gives the import's id. */
    public UUID upload(TestApi api, String list, String csv, boolean dryRun) {
        Answer answer = api.post(
                "/v1/imports?list=" + list + "&dryRun=" + dryRun,
                csv,
                UUID.randomUUID().toString(),
                "text/csv; charset=utf-8");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/v1/imports/" + answer.id());
        return answer.id();
    }

    /** Uploads a file and waits until it is done; gives the import as it ended. */
    public JsonNode imported(TestApi api, String list, String csv, boolean dryRun) {
        UUID id = upload(api, list, csv, dryRun);
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> api.get("/v1/imports/" + id).json(),
                        job -> job.path("status").asString().equals("finished")
                                || job.path("status").asString().equals("failed"));
    }

    /** As {@link #imported(TestApi, String, String, boolean)}, by the HR office, for good. */
    public JsonNode imported(String list, String csv) {
        return imported(hr(), list, csv, false);
    }

    /** Why rows of an import were not taken. */
    public String reasons(JsonNode job) {
        return hr().get("/v1/imports/" + job.path("id").asString() + "/rows").body();
    }

    /** A list as it is exported to the HR office of the whole association, with line feeds only. */
    public String sheet(String list) {
        return hr().get("/v1/exports/" + list).body().replace("\r\n", "\n").replace("\uFEFF", "");
    }

    private static String nationalId(int number) {
        String digits = "99999919800517%03d".formatted(number);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    private static Map<String, Object> changed(Object[] changes, Object... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, fields);
        put(body, changes);
        return body;
    }

    private static void put(Map<String, Object> body, Object... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
    }
}
