package org.yilianti.rotation.solver;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Searches that work on one plan side by side: for a short while each changes the lines of its own share of the people, drawn anew each
 * time; then their lines are put together. Cover is all that binds the shares: where the lines of one do not go with those of the
 * others (both have filled the same gap), its work of that while is left out.
 */
final class Team {

    /** Shares smaller than this would leave too little to exchange. */
    private static final int FEWEST_PEOPLE = 4;

    private final List<Annealing> searches;
    private final SplittableRandom random;
    private final int[] order;
    private final int[][] shares;
    private long start;

    Team(List<Annealing> searches, Model model, long seed) {
        this.searches = searches;
        random = new SplittableRandom(seed);
        order = new int[model.people];
        Arrays.setAll(order, person -> person);
        shares = new int[searches.size()][];
        searches.forEach(search -> search.works(order.clone()));
    }

    /** Whether there is more than one search and enough for each to do. */
    boolean sharesWork() {
        return searches.size() > 1 && order.length >= FEWEST_PEOPLE * searches.size();
    }

    List<Annealing> searches() {
        return searches;
    }

    /** Deals out the people. */
    void share() {
        for (int i = order.length - 1; i > 0; i--) {
            int at = random.nextInt(i + 1);
            int person = order[i];
            order[i] = order[at];
            order[at] = person;
        }
        for (int i = 0; i < shares.length; i++) {
            int from = i * order.length / shares.length;
            shares[i] = Arrays.copyOfRange(order, from, (i + 1) * order.length / shares.length);
            searches.get(i).works(shares[i]);
        }
        start = searches.getFirst().roster().cost();
    }

    /** Puts the work of all together, the best first, and lets all go on from there. */
    void join(double temperature) {
        var leader = leader();
        for (int i = 0; i < shares.length; i++) {
            var other = searches.get(i);
            if (other != leader) {
                leader.join(other.roster(), shares[i], start, temperature);
            }
        }
        spread(leader);
    }

    /** Lets all go on from the best current plan. */
    void gather() {
        spread(leader());
    }

    private Annealing leader() {
        return searches.stream()
                .min(Comparator.comparingLong(search -> search.roster().cost()))
                .orElseThrow();
    }

    private void spread(Annealing leader) {
        int[] cells = leader.roster().cells();
        searches.stream().filter(search -> search != leader).forEach(search -> search.adopt(cells));
    }
}
