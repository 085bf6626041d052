package org.yilianti.rotation.solver;

import java.util.SplittableRandom;

/** Plans windows of a roster's lines anew against the cover as it stands, and lays what it finds. */
final class Replanner {

    /** How much dearer than the cheapest a content may be, in units of the noise that blurs prices anyway: saves two thirds of the time. */
    private static final double CARELESSNESS = 3;

    /** Enough for windows of a search, where a good content found sooner beats the best one. */
    private static final int SEARCH_LABELS = 32;

    private static final int FEW_LABELS = 64;
    private static final int MOST_LABELS = 512;
    /** Blurs prices where the exact ones led nowhere. */
    private static final double BLUR = 30;

    private final Roster roster;
    private final Model model;
    private final WindowPlanner planner;
    private final SplittableRandom random;

    Replanner(Roster roster, SplittableRandom random) {
        this.roster = roster;
        this.random = random;
        model = roster.model;
        planner = new WindowPlanner(model);
    }

    /**
     * Lays the cheapest content on lifted days.
     *
     * @param noise how much prices are blurred, so that other good contents are found too; 0 for none
     */
    void replan(int person, int from, int to, double noise) {
        var line = roster.lines[person];
        planner.window().read(roster, person, from, to, line.shortfall() == 0);
        price(noise);
        planner.mostLabels = SEARCH_LABELS;
        planner.tolerance = CARELESSNESS * noise;
        if (planner.improve()) {
            roster.lay(person, from, to, planner.content);
        } else {
            roster.settle(person, from, to);
        }
    }

    /** Fills a line that is still to be planned; keeps least numbers if that is possible at all. */
    void fill(int person) {
        roster.lift(person, 0, model.days);
        boolean found = false;
        for (int labels = FEW_LABELS; labels <= MOST_LABELS && !found; labels *= 8) {
            planner.mostLabels = labels;
            planner.window().read(roster, person, 0, model.days, true);
            price(labels == FEW_LABELS ? 0 : BLUR);
            found = planner.plan();
        }
        if (!found) {
            planner.mostLabels = MOST_LABELS;
            planner.window().read(roster, person, 0, model.days, false);
            price(0);
            found = planner.improve();
        }
        if (found) {
            roster.lay(person, 0, model.days, planner.content);
        } else {
            roster.settle(person, 0, model.days);
        }
    }

    private void price(double noise) {
        var window = planner.window();
        for (int day = 0; day < window.days; day++) {
            int base = (window.from + day) * model.types;
            for (int i = window.options.start[day]; i < window.options.start[day + 1]; i++) {
                int type = window.options.type[i];
                double price = window.ownPrice(day, type);
                if (type != Model.FREE) {
                    price += roster.coverDelta(base + type);
                }
                window.options.price[i] = noise == 0 ? price : price + noise * random.nextDouble();
            }
        }
    }
}
