package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.incentive.payrun.PaySchemeDocuments.term;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yilianti.platform.test.TestApi.Answer;

/** Kinds of performance pay, each with a scheme that is drawn at random (I5). */
final class RandomSchemes {

    static final List<String> TITLES = List.of("none", "junior", "intermediate", "associate-senior", "senior");

    private final Random random;
    private final PayMonth month;

    RandomSchemes(Random random, PayMonth month) {
        this.random = random;
        this.month = month;
    }

    /** Two or three kinds that have a published scheme, or need none, from this month on. */
    List<String> published(String from) {
        List<String> kinds = new ArrayList<>(List.of("basic", "reward"));
        kinds.forEach(kind -> publish(kind, from));
        if (random.nextBoolean()) {
            kinds.add("performance");
        }
        return kinds;
    }

    private void publish(String kind, String from) {
        Map<String, Object> document =
                new LinkedHashMap<>(Map.of("name", kind, "kind", kind, "validFrom", from, "terms", terms()));
        Answer drafted = month.officer().post("/v1/pay-schemes", document);
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        Answer published = month.reviewer().post("/v1/pay-schemes/" + drafted.id() + "/publications", Map.of());
        assertThat(published.status()).as(published.body()).isEqualTo(200);
    }

    /** What every scheme has, and any of the others; the fixed amounts together are less than the smallest pool. */
    private List<Map<String, Object>> terms() {
        List<Map<String, Object>> others = new ArrayList<>(List.of(
                term("night-factor", "night", Map.of("factor", factor())),
                term(
                        "grassroots-preference",
                        "grassroots",
                        Map.of("factor", factor(), "tiers", List.of("township-health-centre"))),
                term("cap", "cap", Map.of("timesMean", factor())),
                term("floor", "floor", Map.of("fen", 1 + random.nextInt(2_000))),
                term("post-salary", "salary", Map.of("rates", List.of(Map.of("fen", 100 + random.nextInt(200))))),
                term("night-allowance", "nights", Map.of("fenPerService", 1 + random.nextInt(40))),
                term("multi-site-allowance", "sites", Map.of("fenPerSite", 1 + random.nextInt(30)))));
        Collections.shuffle(others, random);
        List<Map<String, Object>> terms = new ArrayList<>(List.of(
                term("standard-workload", "work", Map.of("weights", Map.of("duty", "1", "outreach", factor()))),
                term("quality", "quality", Map.of()),
                term("post-coefficient", "post", Map.of("coefficients", coefficients()))));
        terms.addAll(others.subList(0, random.nextInt(others.size() + 1)));
        return terms;
    }

    private Map<String, String> coefficients() {
        Map<String, String> coefficients = new LinkedHashMap<>();
        TITLES.forEach(title -> coefficients.put(title, factor()));
        return coefficients;
    }

    /** 1.00 to 2.99. */
    private String factor() {
        return "%d.%02d".formatted(1 + random.nextInt(2), random.nextInt(100));
    }
}
