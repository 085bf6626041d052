package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a line could hold best while duties are paid, against all contents tried one by one (M7, M8). */
class LineOffersTests {

    private static final int LONGEST = 4;

    private final SplittableRandom random = new SplittableRandom(7);
    private int exact;
    private int asked;

    @Test
    void noContentIsCheaperThanTheBoundAndOffersAreLawfulAndMostlyTheCheapest() {
        for (long seed = 1; seed <= 40; seed++) {
            askAll(GeneratedProblems.promising(GeneratedProblems.small(seed), seed)
                    .withFairness(seed % 2 == 0 ? FairnessWeights.none() : new FairnessWeights(9, 7, 0, 4)));
        }
        assertThat(asked).isGreaterThan(200);
        assertThat(exact).isGreaterThan(asked * 9 / 10);
    }

    private void askAll(RosterProblem problem) {
        var roster = Construction.start(Model.of(problem)).roster();
        var offers = new LineOffers(roster.model);
        for (int person = 0; person < roster.model.people; person++) {
            int from = random.nextInt(roster.model.days);
            int to = Math.min(roster.model.days, from + LONGEST);
            double[] prices = random.doubles((long) (to - from) * roster.model.types, -20, 200)
                    .toArray();
            int[] offer = offers.content(roster, person, from, to, prices);
            double best = best(roster, person, from, prices, 0, new int[to - from]);

            assertThat(offers.bound()).isLessThanOrEqualTo(best + 1e-6);
            if (offer.length > 0) {
                assertThat(LineCheck.permits(roster.lines[person], from, to, offer))
                        .isTrue();
                assertThat(cost(roster, person, from, prices, offer)).isGreaterThanOrEqualTo(best - 1e-6);
                exact += cost(roster, person, from, prices, offer) <= best + 0.1 ? 1 : 0;
            }
            asked++;
        }
    }

    private static double best(Roster roster, int person, int from, double[] prices, int level, int[] content) {
        if (level == content.length) {
            return LineCheck.permits(roster.lines[person], from, from + content.length, content)
                    ? cost(roster, person, from, prices, content)
                    : Double.POSITIVE_INFINITY;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int type = Model.FREE; type < roster.model.types; type++) {
            content[level] = type;
            best = Math.min(best, best(roster, person, from, prices, level + 1, content));
        }
        return best;
    }

    private static double cost(Roster roster, int person, int from, double[] prices, int[] content) {
        var line = new Line(roster.model, person);
        line.set(0, roster.model.days, roster.lines[person].cells.clone());
        line.set(from, from + content.length, content);
        double cost = line.cost();
        for (int day = 0; day < content.length; day++) {
            cost -= content[day] == Model.FREE ? 0 : prices[day * roster.model.types + content[day]];
        }
        return cost;
    }
}
