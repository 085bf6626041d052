package org.yilianti.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An open campaign for one of the free posts, with two candidates whose documents were looked at (R8). */
record HiringPart(RegistryDesk desk) {

    private static final String CAMPAIGNS = "/v1/recruitment-campaigns";
    private static final String APPLICATIONS = "/v1/recruitment-applications";

    void run() {
        var campaign = desk.made(CAMPAIGNS, "title", campaign());
        desk.decidedFirst("registrar", CAMPAIGNS + "/" + campaign + "/publications", Map.of());
        var position = desk.hr()
                .get(CAMPAIGNS + "/" + campaign)
                .body()
                .path("positions")
                .path(0)
                .path("id")
                .asString("");
        apply(campaign, position, candidate("孟晓岚", "female", "2001-03-08", "999999200103089015"), true);
        apply(campaign, position, candidate("顾远舟", "male", "1999-11-21", "99999919991121902X"), false);
    }

    private Map<String, Object> campaign() {
        var post = desk.found("/v1/authorised-posts?institution=" + desk.site(), "category", "physician")
                .orElseThrow();
        var campaign = new LinkedHashMap<String, Object>();
        campaign.put("institutionCode", desk.site());
        campaign.put("title", "2026年乡镇卫生院公开招聘");
        campaign.put("applyFrom", desk.today().toString());
        campaign.put("applyUntil", desk.today().plusDays(14).toString());
        campaign.put("startsOn", desk.today().plusDays(60).toString());
        campaign.put("paperWeight", 0.5);
        campaign.put("interviewWeight", 0.5);
        campaign.put("preferenceCap", 5);
        campaign.put("grounds", List.of(Map.of("code", "rural-order", "title", "农村订单定向医学生", "points", 3)));
        campaign.put("tieRules", List.of("interview", "preference"));
        campaign.put("positions", List.of(Map.of("authorisedPostId", post, "name", "全科医师", "openings", 1)));
        return campaign;
    }

    private static Map<String, Object> candidate(String name, String sex, String birthDate, String nationalId) {
        var candidate = new LinkedHashMap<String, Object>(
                Map.of("name", name, "sex", sex, "birthDate", birthDate, "nationalId", nationalId));
        candidate.put("phone", "129" + nationalId.substring(6, 14));
        candidate.put("education", "bachelor");
        candidate.put("title", "none");
        candidate.put("specialty", "general-practice");
        return candidate;
    }

    private void apply(String campaign, String position, Map<String, Object> candidate, boolean inOrder) {
        candidate.put("campaignId", campaign);
        candidate.put("positionId", position);
        var id = desk.made(APPLICATIONS, APPLICATIONS + "?campaign=" + campaign, "name", candidate);
        desk.decidedFirst(
                "hr",
                APPLICATIONS + "/" + id + "/eligibility-decisions",
                Map.of("documentsInOrder", inOrder, "grounds", List.of(), "note", inOrder ? "材料齐全" : "缺毕业证书"));
    }
}
