package org.yilianti.rotation.solver;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The moves of the search. Each tries one change of the roster and answers whether it made one; a change that is made keeps every hard
 * rule and is taken back by {@link Roster#rollback()}.
 */
final class Moves {

    private static final int MOST_PEOPLE = 4;

    private final Roster roster;
    private final Model model;
    private final SplittableRandom random;
    private final Replanner replanner;
    private final int[] ones;
    private final int[] others;
    private final int[] ruined = new int[MOST_PEOPLE];
    private final Anchor anchor;
    /** The people whose lines may be changed. */
    private int[] mine;

    Moves(Roster roster, SplittableRandom random) {
        this.roster = roster;
        this.random = random;
        model = roster.model;
        replanner = new Replanner(roster, random);
        ones = new int[model.days];
        others = new int[model.days];
        anchor = new Anchor(roster, random);
        mine = IntStream.range(0, model.people).toArray();
        works(mine);
    }

    /** Keeps to the lines of these people from here on. */
    void works(int[] people) {
        mine = people;
        anchor.among(people);
    }

    /** Whether there is anything to change. */
    boolean possible() {
        return mine.length > 0 && model.types > 0;
    }

    /**
     * A random move from the mix.
     *
     * @param temperature what an accepted step may cost, roughly: blurs the prices of exact plans
     * @param progress share of the search that is over; windows grow with it
     */
    boolean any(double temperature, double progress) {
        return random.nextInt(100) < 40 ? exchangeBlock() : ruinAndRecreate(temperature, progress);
    }

    /** Lifts a window of a few people near a badly covered slot and plans it anew for one after the other. */
    boolean ruinAndRecreate(double temperature, double progress) {
        anchor.choose();
        int dice = random.nextInt(10);
        int people = Math.min(mine.length, dice < 3 ? 1 : dice < 7 ? 2 : dice < 9 ? 3 : 4);
        int length = Math.min(model.days, windowLength(people, progress));
        int day = anchor.slot / model.types;
        int from = Math.max(0, Math.min(model.days - length, day - random.nextInt(length)));
        ruined[0] = anchor.person;
        for (int i = 1; i < people; i++) {
            ruined[i] = another(i);
        }
        for (int i = 0; i < people; i++) {
            roster.lift(ruined[i], from, from + length);
        }
        for (int i = people - 1; i >= 0; i--) {
            int pick = random.nextInt(i + 1);
            int person = ruined[pick];
            ruined[pick] = ruined[i];
            replanner.replan(person, from, from + length, temperature);
        }
        return true;
    }

    private int windowLength(int people, double progress) {
        if (anchor.wide) {
            return 8 + random.nextInt(14);
        }
        double dice = random.nextDouble();
        if (dice < 0.6 - 0.2 * progress) {
            return 2 + random.nextInt(6);
        }
        if (dice < 0.95 - 0.1 * progress || people > 2) {
            return 5 + random.nextInt(10);
        }
        return 14 + random.nextInt(progress < 0.5 ? 8 : 15);
    }

    private int another(int chosen) {
        while (true) {
            int person = anchor.anybody();
            boolean fresh = true;
            for (int i = 0; i < chosen; i++) {
                fresh &= ruined[i] != person;
            }
            if (fresh) {
                return person;
            }
        }
    }

    /** Two people exchange what they have on one day or several in a row. */
    boolean exchangeBlock() {
        int one = anchor.anybody();
        int other = anchor.anybody();
        int length = 1 + random.nextInt(random.nextBoolean() ? 3 : 14);
        int from = random.nextInt(model.days);
        int to = Math.min(model.days, from + length);
        if (one == other || !differ(one, other, from, to)) {
            return false;
        }
        System.arraycopy(roster.lines[one].cells, from, ones, 0, to - from);
        System.arraycopy(roster.lines[other].cells, from, others, 0, to - from);
        if (!LineCheck.permits(roster.lines[one], from, to, others)
                || !LineCheck.permits(roster.lines[other], from, to, ones)) {
            return false;
        }
        roster.lift(one, from, to);
        roster.lift(other, from, to);
        roster.lay(one, from, to, others);
        roster.lay(other, from, to, ones);
        return true;
    }

    private boolean differ(int one, int other, int from, int to) {
        boolean differ = false;
        for (int day = from; day < to; day++) {
            boolean same = roster.lines[one].cells[day] == roster.lines[other].cells[day];
            if (!same && (roster.isFixed(one, day) || roster.isFixed(other, day))) {
                return false;
            }
            differ |= !same;
        }
        return differ;
    }
}
