package org.yilianti.incentive.campaign;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;

/** Requests about a campaign that is published, and about one that is open and asks people. */
public record CampaignExamples(CampaignYear year, UUID evaluation) {

    public List<Example> all() {
        List<Example> examples = new ArrayList<>(published());
        examples.add(own());
        examples.addAll(open());
        return examples;
    }

    private List<Example> published() {
        String campaign = year.published();
        Map<String, Object> order = year.order("", "1");
        Map<String, Object> claim =
                Map.of("subject", year.code("H1"), "component", "panel", "text", "t", "evidence", "e");
        UUID objection = year.who("office", Role.HR_OFFICER, "H1")
                .post(campaign + "/objections", claim)
                .id();
        String contested = "/v1/campaign-objections/" + objection;
        String id = campaign.substring(campaign.lastIndexOf('/') + 1);
        String any = "/v1/evaluation-campaigns/{id}";
        return List.of(
                refused("POST /v1/evaluation-campaigns", "/v1/evaluation-campaigns", order),
                list("GET /v1/evaluation-campaigns", "/v1/evaluation-campaigns?limit=200&status=published", id),
                refused("GET " + any, campaign, null),
                refused("PUT " + any, campaign, order),
                refused("POST " + any + "/openings", campaign + "/openings", Map.of()),
                refused("POST " + any + "/closings", campaign + "/closings", Map.of()),
                refused("POST " + any + "/reviews", campaign + "/reviews", Map.of("version", 1, "approved", true)),
                refused("POST " + any + "/publications", campaign + "/publications", Map.of()),
                refused("POST " + any + "/finalisations", campaign + "/finalisations", Map.of()),
                list("GET " + any + "/results", campaign + "/results", year.code("H1")),
                list("GET " + any + "/results/export", campaign + "/results/export", year.code("H1")),
                refused("POST " + any + "/objections", campaign + "/objections", claim),
                list("GET /v1/campaign-objections", "/v1/campaign-objections?limit=200", objection.toString()),
                refused("GET /v1/campaign-objections/{id}", contested, null),
                refused(
                        "POST /v1/campaign-objections/{id}/decisions",
                        contested + "/decisions",
                        Map.of("upheld", false, "reason", "r")),
                refused(
                        "PUT /v1/evaluations/{id}/campaign-measures",
                        "/v1/evaluations/" + evaluation + "/campaign-measures",
                        Map.of("campaignId", id, "indicator", "i")));
    }

    /** A person's own result. */
    private Example own() {
        String campaign = year.judgedPerson();
        String id = campaign.substring(campaign.lastIndexOf('/') + 1);
        return list("GET /v1/my/campaign-results", "/v1/my/campaign-results", id)
                .of(year.code("doc"));
    }

    private List<Example> open() {
        String campaign = year.drafted(year.order("", "0.5", "", "0.5"));
        year.done(year.maker(), campaign, "openings");
        Map<String, Object> named = Map.of(
                "items", List.of(Map.of("component", "panel", "rater", "owner-staff", "subject", year.code("H1"))));
        String rating = year.maker()
                .post(campaign + "/ratings", named)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        String survey = "/v1/surveys/" + campaign.substring(campaign.lastIndexOf('/') + 1);
        Map<String, Object> batch = Map.of("subject", year.code("H1"), "count", 1);
        String token = year.maker()
                .put(survey + "/token-batches/first", batch, null)
                .json()
                .path("tokens")
                .path(0)
                .asString();
        Map<String, Object> reply = Map.of("token", token, "answers", Map.of("q", 1));
        Map<String, Object> set = Map.of(
                "name",
                "endpoints",
                "questions",
                List.of(Map.of("code", "q", "topic", "awareness", "kind", "scale", "text", "?")));
        return List.of(
                refused("POST /v1/evaluation-campaigns/{id}/ratings", campaign + "/ratings", named),
                list("GET /v1/evaluation-campaigns/{id}/ratings", campaign + "/ratings", rating),
                list("GET /v1/my/campaign-ratings", "/v1/my/campaign-ratings?limit=200", rating),
                refused("PUT /v1/my/campaign-ratings/{id}", "/v1/my/campaign-ratings/" + rating, Map.of("score", "50")),
                refused("POST /v1/question-sets", "/v1/question-sets", set),
                refused("GET /v1/surveys/{id}", survey, null),
                refused("PUT /v1/surveys/{id}/token-batches/{batch}", survey + "/token-batches/second", batch),
                refused("PUT /v1/surveys/{id}/answers", survey + "/answers", reply),
                refused("GET /v1/surveys/{id}/paper-sheet", survey + "/paper-sheet", null),
                refused(
                        "PUT /v1/surveys/{id}/paper-sheet",
                        survey + "/paper-sheet",
                        "questionnaireNo,subjectCode,q\nN1," + year.code("H1") + ",1\n"),
                refused(
                        "PUT /v1/surveys/{id}/answer-imports",
                        survey + "/answer-imports",
                        Map.of("items", List.of(reply))));
    }
}
