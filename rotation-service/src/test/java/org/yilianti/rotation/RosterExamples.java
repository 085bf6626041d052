package org.yilianti.rotation;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;
import org.yilianti.platform.test.TestApi;
import tools.jackson.databind.JsonNode;

/** Requests about the rosters of one institution, for {@link RefusalTests}; the month's plan is published already. */
record RosterExamples(TestMonth month, JdbcTemplate jdbc) {

    List<Example> all() {
        List<Example> examples = new ArrayList<>();
        List<JsonNode> nurses = month.duties(month.hospital).stream()
                .filter(duty -> duty.path("shift").asString().equals("ND"))
                .toList();
        JsonNode duty = nurses.getFirst();
        examples.addAll(duties(duty));
        examples.addAll(plans(duty));
        examples.addAll(leave(nurses.get(nurses.size() - 1)));
        examples.addAll(swaps(duty));
        examples.addAll(claims(nurses.get(nurses.size() / 2)));
        examples.addAll(wishesAndViews(holder(duty)));
        examples.addAll(demand());
        examples.addAll(limits(holder(duty)));
        examples.addAll(rotations());
        return examples;
    }

    /** Endpoints that concern the caller alone. */
    static Map<String, String> withoutInstitution() {
        return Map.ofEntries(
                Map.entry("GET /v1/open-duties", "where the caller may work: ClaimLifeTests"),
                Map.entry("POST /v1/duty-claims", "for oneself only: ClaimLifeTests"),
                Map.entry("POST /v1/duty-claims/{id}/withdrawals", "of one's own: ClaimLifeTests"),
                Map.entry("POST /v1/duty-swaps", "of one's own duty: SwapLifeTests"),
                Map.entry("POST /v1/duty-swaps/{id}/acceptances", "by the colleague asked: SwapLifeTests"),
                Map.entry("POST /v1/duty-swaps/{id}/declines", "by the colleague asked: SwapLifeTests"),
                Map.entry("POST /v1/duty-swaps/{id}/withdrawals", "of one's own: SwapLifeTests"),
                Map.entry("GET /v1/roster-feeds", "each caller's own: SheetLifeTests"),
                Map.entry("POST /v1/roster-feeds", "each caller's own: SheetLifeTests"),
                Map.entry("POST /v1/roster-feeds/{id}/revocations", "each caller's own: SheetLifeTests"));
    }

    private List<Example> duties(JsonNode duty) {
        String path = "/v1/duties/" + id(duty);
        Map<String, Object> move =
                Map.of("dutyId", id(duty), "fromMemberId", holder(duty), "memberId", month.people.get(3));
        return List.of(
                refused("GET /v1/duties/{id}", path, null),
                refused("GET /v1/duties/{id}/explanation", path + "/explanation", null),
                refused("GET /v1/duties/{id}/replacements", path + "/replacements", null),
                refused("POST /v1/duties/{id}/replacements", path + "/replacements", Map.of("moves", List.of(move))),
                refused(
                        "POST /v1/duties/{id}/assignments",
                        path + "/assignments",
                        Map.of("memberId", month.people.get(0))));
    }

    private List<Example> demand() {
        String id = month.rotation
                .scheduler()
                .get("/v1/duty-demands?month=2026-10&institution=" + month.hospital)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        Map<String, Object> others = Map.of("shifts", List.of(TestWard.shift("A", "08:00", Map.of())));
        return List.of(
                refused("GET /v1/duty-demands/{id}", "/v1/duty-demands/" + id, null),
                refused("PUT /v1/duty-demands/{id}", "/v1/duty-demands/" + id, others));
    }

    private List<Example> rotations() {
        Map<String, Object> order = Map.of(
                "name",
                "test",
                "kind",
                "secondment",
                "from",
                "2028-01",
                "months",
                3,
                "blockMonths",
                3,
                "restMonths",
                0,
                "places",
                List.of(Map.of("institutionId", month.centre, "category", "physician", "posts", 1)),
                "sources",
                List.of(Map.of("institutionId", month.hospital, "mostAway", 2)));
        var hr = month.rotation.hr();
        String programme = hr.post("/v1/rotation-programmes", order).id().toString();
        Map<String, Object> posting = Map.of(
                "programmeId",
                programme,
                "memberId",
                month.people.getFirst(),
                "hostInstitutionId",
                month.centre,
                "from",
                "2028-01-01",
                "to",
                "2028-02-01");
        String id = hr.post("/v1/rotation-postings", posting).id().toString();
        String programmes = "/v1/rotation-programmes/" + programme;
        String path = "/v1/rotation-postings/" + id;
        Map<String, Object> why = Map.of("reason", "test");
        return List.of(
                list("GET /v1/rotation-programmes", "/v1/rotation-programmes?limit=200", programme),
                refused("POST /v1/rotation-programmes", "/v1/rotation-programmes", order),
                refused("GET /v1/rotation-programmes/{id}", programmes, null),
                refused(
                        "POST /v1/rotation-programmes/{id}/proposals",
                        programmes + "/proposals",
                        Map.of("from", "2028-01-01")),
                refused("POST /v1/rotation-programmes/{id}/closings", programmes + "/closings", Map.of()),
                list("GET /v1/rotation-postings", "/v1/rotation-postings?limit=200", id),
                list("GET /v1/rotation-postings/csv", "/v1/rotation-postings/csv?limit=200", id),
                refused("POST /v1/rotation-postings", "/v1/rotation-postings", posting)
                        .unknownAs("programme.unknown"),
                refused("GET /v1/rotation-postings/{id}", path, null),
                refused("GET /v1/rotation-postings/{id}/timeline", path + "/timeline", null),
                refused("POST /v1/rotation-postings/{id}/consents", path + "/consents", Map.of()),
                refused("POST /v1/rotation-postings/{id}/acceptances", path + "/acceptances", Map.of()),
                refused("POST /v1/rotation-postings/{id}/refusals", path + "/refusals", why),
                refused("POST /v1/rotation-postings/{id}/withdrawals", path + "/withdrawals", why),
                refused("POST /v1/rotation-postings/{id}/starts", path + "/starts", Map.of()),
                refused("POST /v1/rotation-postings/{id}/returns", path + "/returns", Map.of("day", "2028-01-10")));
    }

    private List<Example> limits(UUID person) {
        Map<String, Object> order = Map.of(
                "memberId", person,
                "from", "2026-12-01",
                "to", "2027-01-01",
                "limits", Map.of("weeklyHours", 50),
                "reason", "test");
        String id = month.rotation.hr().post("/v1/personal-limits", order).id().toString();
        String path = "/v1/personal-limits/" + id;
        return List.of(
                list("GET /v1/personal-limits", "/v1/personal-limits?member=" + person, id),
                refused("POST /v1/personal-limits", "/v1/personal-limits", order),
                refused("GET /v1/personal-limits/{id}", path, null),
                refused("POST /v1/personal-limits/{id}/approvals", path + "/approvals", Map.of()),
                refused("POST /v1/personal-limits/{id}/refusals", path + "/refusals", Map.of("reason", "test")),
                refused(
                        "POST /v1/personal-limits/{id}/endings",
                        path + "/endings",
                        Map.of("from", "2026-12-02", "reason", "test")));
    }

    private List<Example> plans(JsonNode duty) {
        String path = "/v1/roster-plans/" + duty.path("planId").asString();
        return List.of(
                refused("GET /v1/roster-plans/{id}/progress", path + "/progress", null),
                refused("GET /v1/roster-plans/{id}/differences", path + "/differences", null),
                refused("GET /v1/roster-plans/{id}/pins", path + "/pins", null),
                refused("PUT /v1/roster-plans/{id}/pins", path + "/pins", Map.of("items", List.of())),
                refused("POST /v1/roster-plans/{id}/pins/takeovers", path + "/pins/takeovers", Map.of()),
                refused("POST /v1/roster-plans/{id}/revisions", path + "/revisions", Map.of("seconds", 1, "seed", 1)),
                refused("POST /v1/roster-plans/{id}/cancellations", path + "/cancellations", Map.of()));
    }

    private List<Example> leave(JsonNode duty) {
        Map<String, Object> order =
                Map.of("memberId", holder(duty), "kind", "annual", "from", "2026-12-01", "to", "2026-12-03");
        String id = month.rotation.hr().post("/v1/leave-requests", order).id().toString();
        String path = "/v1/leave-requests/" + id;
        return List.of(
                list("GET /v1/leave-requests", "/v1/leave-requests?member=" + holder(duty), id),
                refused("POST /v1/leave-requests", "/v1/leave-requests", order),
                refused("GET /v1/leave-requests/{id}", path, null),
                refused("POST /v1/leave-requests/{id}/grants", path + "/grants", Map.of()),
                refused("POST /v1/leave-requests/{id}/refusals", path + "/refusals", Map.of("reason", "test")),
                refused("POST /v1/leave-requests/{id}/cancellations", path + "/cancellations", Map.of()));
    }

    private List<Example> swaps(JsonNode duty) {
        UUID partner = month.people.stream()
                .filter(person -> !person.equals(holder(duty)))
                .findFirst()
                .orElseThrow();
        String id = as(holder(duty))
                .post("/v1/duty-swaps", Map.of("offeredDutyId", id(duty), "partnerMemberId", partner))
                .id()
                .toString();
        String path = "/v1/duty-swaps/" + id;
        return List.of(
                list("GET /v1/duty-swaps", "/v1/duty-swaps?limit=200", id),
                refused("GET /v1/duty-swaps/{id}", path, null),
                refused("POST /v1/duty-swaps/{id}/approvals", path + "/approvals", Map.of()),
                refused("POST /v1/duty-swaps/{id}/refusals", path + "/refusals", Map.of("reason", "test")));
    }

    private List<Example> claims(JsonNode duty) {
        String day = duty.path("date").asString();
        as(holder(duty))
                .post(
                        "/v1/leave-requests",
                        Map.of(
                                "memberId",
                                holder(duty),
                                "kind",
                                "sick",
                                "from",
                                day,
                                "to",
                                java.time.LocalDate.parse(day).plusDays(1).toString()));
        JsonNode offers = month.rotation
                .scheduler()
                .get("/v1/duties/" + id(duty) + "/replacements")
                .json();
        UUID able =
                UUID.fromString(offers.path("items").path(0).path("memberId").asString());
        String id = as(able).post("/v1/duty-claims", Map.of("dutyId", id(duty)))
                .id()
                .toString();
        String path = "/v1/duty-claims/" + id;
        return List.of(
                list("GET /v1/duty-claims", "/v1/duty-claims?duty=" + id(duty), id),
                refused("POST /v1/duty-claims/{id}/grants", path + "/grants", Map.of()),
                refused("POST /v1/duty-claims/{id}/refusals", path + "/refusals", Map.of("reason", "test")));
    }

    private List<Example> wishesAndViews(UUID person) {
        Map<String, Object> order = Map.of("memberId", person, "date", "2026-12-24", "wanted", false, "weight", 1);
        String id =
                month.rotation.scheduler().post("/v1/roster-wishes", order).id().toString();
        String site = "/v1/roster-views/sites/" + month.hospital;
        String own = "/v1/roster-views/people/" + person;
        String area = "?month=2026-10&institution=" + month.hospital;
        return List.of(
                list("GET /v1/roster-wishes", "/v1/roster-wishes?member=" + person, id),
                refused("POST /v1/roster-wishes", "/v1/roster-wishes", order),
                refused(
                        "POST /v1/roster-wishes/{id}/withdrawals",
                        "/v1/roster-wishes/" + id + "/withdrawals",
                        Map.of()),
                refused(
                        "POST /v1/roster-wishes/imports",
                        "/v1/roster-wishes/imports" + area,
                        "staff_no,date,wanted,institution_code,shift,weight\n"),
                refused("GET /v1/roster-wishes/files/{format}", "/v1/roster-wishes/files/csv" + area, null),
                refused("GET /v1/roster-wishes/templates/{format}", "/v1/roster-wishes/templates/csv" + area, null),
                refused("GET /v1/roster-wishes/codes/{format}", "/v1/roster-wishes/codes/csv" + area, null),
                list(
                        "GET /v1/fairness-ledger",
                        "/v1/fairness-ledger?from=2026-10&to=2026-10&limit=200&institution=" + month.hospital,
                        person.toString()),
                refused("GET /v1/roster-views/sites/{id}", site + "?month=2026-10", null),
                refused("GET /v1/roster-views/sites/{id}/{format}", site + "/csv?month=2026-10", null),
                refused("GET /v1/roster-views/people/{id}", own + "?month=2026-10", null),
                refused("GET /v1/roster-views/people/{id}/{format}", own + "/csv?month=2026-10", null));
    }

    private TestApi as(UUID member) {
        return month.rotation.member(String.valueOf(jdbc.queryForObject(
                "select staff_no from directory_member where id = ?", String.class, Ids.bytes(member))));
    }

    private static UUID id(JsonNode row) {
        return UUID.fromString(row.path("id").asString());
    }

    private static UUID holder(JsonNode duty) {
        return UUID.fromString(duty.path("memberId").asString());
    }
}
