package org.yilianti.incentive.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.yilianti.incentive.directory.Institution;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Member;
import org.yilianti.incentive.directory.Members;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import tools.jackson.databind.JsonNode;

/** A year of an association in which people judge two institutions, and those who judge. */
public final class CampaignYear {

    private static final int SURVEYED = 40;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final TestApi api;
    private final UUID association;
    private final Institutions institutions;
    private final Members members;
    private final String prefix = "C" + NUMBERS.incrementAndGet() + "-";

    public final UUID one;
    final UUID two;

    public CampaignYear(int port, Institutions institutions, Members members, UUID association) {
        this.api = new TestApi(port);
        this.association = association;
        this.institutions = institutions;
        this.members = members;
        this.one = institution("H1");
        this.two = institution("H2");
    }

    private UUID institution(String code) {
        UUID id = Ids.next();
        institutions.apply(List.of(
                new Institution(id, association, 1, prefix + code, code, null, "township-health-centre", 1000)));
        return id;
    }

    public UUID association() {
        return association;
    }

    /** A code or staff number by its short form. */
    public String code(String shortCode) {
        return prefix + shortCode;
    }

    /** A member of staff who mainly serves there. */
    public UUID member(String shortNo, UUID at) {
        UUID id = Ids.next();
        members.apply(
                List.of(new Member(id, association, 1, code(shortNo), shortNo, null, "physician", "senior", null, at)));
        return id;
    }

    /** An account with a role for institutions by short code, or for all. */
    public TestApi who(String name, Role role, String... at) {
        String[] codes = new String[at.length];
        for (int index = 0; index < at.length; index++) {
            codes[index] = at[index].equals("*") ? "*" : code(at[index]);
        }
        return api.as(TestCaller.named(name).of(association).with(role, codes));
    }

    /** A member of staff under their short number. */
    public TestApi staff(String shortNo) {
        return api.as(
                TestCaller.named(shortNo).of(association).with(Role.STAFF, "*").staffNo(code(shortNo)));
    }

    /** A member of staff who may also evaluate everything. */
    public TestApi evaluatorAs(String shortNo) {
        return api.as(TestCaller.named(shortNo)
                .of(association)
                .with(Role.EVALUATOR, "*")
                .staffNo(code(shortNo)));
    }

    public TestApi maker() {
        return who("maker", Role.EVALUATOR, "*");
    }

    public TestApi second() {
        return who("second", Role.EVALUATOR, "*");
    }

    /** A set of one question of yes or no about satisfaction. */
    public UUID questions() {
        return maker().post(
                        "/v1/question-sets",
                        Map.of(
                                "name",
                                "satisfaction",
                                "questions",
                                List.of(Map.of(
                                        "code", "q", "topic", "satisfaction", "kind", "yes-no", "text", "满意吗？"))))
                .id();
    }

    /** The order of a campaign of both institutions; weights in the order self, panel, sector, survey, empty for none. */
    public Map<String, Object> order(String... weights) {
        List<String> kinds = List.of("self", "panel", "sector", "survey");
        List<Object> components = new ArrayList<>();
        for (int index = 0; index < weights.length; index++) {
            if (!weights[index].isEmpty()) {
                components.add(Map.of("kind", kinds.get(index), "weight", weights[index]));
            }
        }
        Map<String, Object> order = new HashMap<>(Map.of(
                "name",
                "2026",
                "level",
                "institution",
                "periodFrom",
                "2026-01-01",
                "periodTo",
                "2026-12-31",
                "components",
                components,
                "subjects",
                List.of(Map.of("institutionId", one), Map.of("institutionId", two))));
        if (weights.length == kinds.size()) {
            order.put("questionSetId", questions());
        }
        return order;
    }

    /** The address of a new draft. */
    public String drafted(Map<String, Object> order) {
        Answer drafted = maker().post("/v1/evaluation-campaigns", order);
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        return "/v1/evaluation-campaigns/" + drafted.id();
    }

    /** Names somebody who judges a subject by short code; members of staff are named by their short numbers. */
    Answer name(String campaign, String component, String rater, String subject) {
        Map<String, Object> item = new HashMap<>(
                Map.of("component", component, "rater", rater, "subject", subject.equals("*") ? "*" : code(subject)));
        if (component.equals("sector")) {
            item.put("sector", rater);
        } else {
            item.put("raterStaffNo", code(rater));
        }
        return maker().post(campaign + "/ratings", Map.of("items", List.of(item)));
    }

    /** Names who judges, and lets them; the campaign is open. */
    void judged(String campaign, String component, String rater, String subject, String score) {
        Answer named = name(campaign, component, rater, subject);
        assertThat(named.status()).as(named.body()).isEqualTo(201);
        Answer rated = rate(
                component.equals("sector") ? who(rater, Role.STAFF, "*") : staff(rater),
                named.json().path("items").path(0).path("id").asString(),
                score,
                "\"1\"");
        assertThat(rated.status()).as(rated.body()).isEqualTo(200);
    }

    Answer rate(TestApi rater, String rating, String score, String version) {
        return rater.put("/v1/my/campaign-ratings/" + rating, Map.of("score", score), version);
    }

    /** A campaign of panels alone that was judged, closed, reviewed and published: H1 85, H2 70. */
    public String published() {
        String campaign = drafted(order("", "1"));
        done(maker(), campaign, "openings");
        for (int expert = 1; expert <= 3; expert++) {
            member("E" + expert, Ids.next());
            judged(campaign, "panel", "E" + expert, "H1", "85");
            judged(campaign, "panel", "E" + expert, "H2", "70");
        }
        done(maker(), campaign, "closings");
        done(second(), campaign, "reviews");
        done(second(), campaign, "publications");
        return campaign;
    }

    /** A campaign about the person "doc" of H1 that was judged, closed, reviewed and published: 0.25 × 100 + 0.75 × 81.33 = 85.9975. */
    public String judgedPerson() {
        member("doc", one);
        Map<String, Object> order = order("0.25", "0.75");
        order.put("level", "person");
        order.put("subjects", List.of(Map.of("institutionId", one, "staffNo", code("doc"))));
        String campaign = drafted(order);
        done(maker(), campaign, "openings");
        judged(campaign, "self", "doc", "doc", "100");
        for (String expert : List.of("ann", "bob", "cyd")) {
            member(expert, two);
            judged(campaign, "panel", expert, "doc", "81.33");
        }
        done(maker(), campaign, "closings");
        done(second(), campaign, "reviews");
        done(second(), campaign, "publications");
        return campaign;
    }

    /** Forty of the people served answer the set of one question about a subject, so many of them with yes. */
    public void surveyed(String campaign, String subject, int yes) {
        String survey = "/v1/surveys/" + campaign.substring(campaign.lastIndexOf('/') + 1);
        Answer batch = maker().put(
                        survey + "/token-batches/" + subject,
                        Map.of("subject", code(subject), "count", SURVEYED),
                        null);
        assertThat(batch.status()).as(batch.body()).isEqualTo(201);
        List<Object> replies = new ArrayList<>();
        batch.json()
                .path("tokens")
                .forEach(token -> replies.add(
                        Map.of("token", token.asString(), "answers", Map.of("q", replies.size() < yes ? 1 : 0))));
        Answer taken = maker().put(survey + "/answer-imports", Map.of("items", replies), null);
        assertThat(taken.json().path("taken").asInt()).as(taken.body()).isEqualTo(SURVEYED);
    }

    /** A step that must succeed. */
    public JsonNode done(TestApi who, String campaign, String step) {
        Answer answer = step(who, campaign, step);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** A step; whoever reviews has read the newest version. */
    Answer step(TestApi who, String campaign, String step) {
        return who.post(
                campaign + "/" + step,
                step.equals("reviews") ? Map.of("version", version(campaign), "approved", true) : Map.of());
    }

    long version(String campaign) {
        return maker().get(campaign).json().path("version").asLong();
    }
}
