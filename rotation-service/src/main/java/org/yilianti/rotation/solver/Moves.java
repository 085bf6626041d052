package org.yilianti.rotation.solver;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The moves of the search. Each tries one change of the roster and answers whether it made one; a change that is made keeps every hard
 * rule and is taken back by {@link Roster#rollback()}.
 */
final class Moves {

    private static final int MOST_PEOPLE = 4;
    private static final int TRIES = 10;

    private final Roster roster;
    private final Model model;
    private final SplittableRandom random;
    private final Replanner replanner;
    private final int[] ones;
    private final int[] others;
    private final int[] ruined = new int[MOST_PEOPLE];
    /** The people whose lines may be changed. */
    private int[] mine;

    private final boolean[] isMine;
    private int slot;

    Moves(Roster roster, SplittableRandom random) {
        this.roster = roster;
        this.random = random;
        model = roster.model;
        replanner = new Replanner(roster, random);
        ones = new int[model.days];
        others = new int[model.days];
        isMine = new boolean[model.people];
        mine = IntStream.range(0, model.people).toArray();
        works(mine);
    }

    /** Keeps to the lines of these people from here on. */
    void works(int[] people) {
        mine = people;
        Arrays.fill(isMine, false);
        for (int person : people) {
            isMine[person] = true;
        }
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
        int first = anchor();
        int dice = random.nextInt(10);
        int people = Math.min(mine.length, dice < 3 ? 1 : dice < 7 ? 2 : dice < 9 ? 3 : 4);
        int length = Math.min(model.days, windowLength(people, progress));
        int day = slot / model.types;
        int from = Math.max(0, Math.min(model.days - length, day - random.nextInt(length)));
        ruined[0] = first;
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
        double dice = random.nextDouble();
        if (dice < 0.6 - 0.2 * progress) {
            return 2 + random.nextInt(6);
        }
        if (dice < 0.95 - 0.1 * progress || people > 2) {
            return 5 + random.nextInt(10);
        }
        return 14 + random.nextInt(progress < 0.5 ? 8 : 15);
    }

    /** Chooses {@link #slot}, a badly covered one if there is any, and somebody who can do something about it. */
    private int anchor() {
        int lacking = lacking();
        if (lacking >= 0) {
            slot = random.nextInt(model.demand.length);
            return lacking;
        }
        int dice = random.nextInt(10);
        if (dice < 5 && roster.shortSlots.size() > 0) {
            slot = roster.shortSlots.get(random.nextInt(roster.shortSlots.size()));
            return candidate(slot % model.types, slot / model.types);
        }
        if (dice < 7 && roster.overSlots.size() > 0) {
            slot = roster.overSlots.get(random.nextInt(roster.overSlots.size()));
            return worker(slot);
        }
        slot = random.nextInt(model.demand.length);
        return anybody();
    }

    private int anybody() {
        return mine[random.nextInt(mine.length)];
    }

    /** Now and then somebody who lacks a least number, or −1. */
    private int lacking() {
        int person = anybody();
        return roster.lines[person].shortfall() > 0 && random.nextInt(4) == 0 ? person : -1;
    }

    /** Somebody who may work this type, preferably on this day. */
    private int candidate(int type, int day) {
        int[] all = model.candidates[type];
        for (int i = 0; i < TRIES && all.length > 0; i++) {
            int person = all[random.nextInt(all.length)];
            if (isMine[person] && model.profiles[person].may(day, type)) {
                return person;
            }
        }
        return anybody();
    }

    /** Somebody who works in this slot; anybody if nobody is met soon. */
    private int worker(int at) {
        int[] all = model.candidates[at % model.types];
        int begin = random.nextInt(all.length);
        for (int i = 0; i < all.length; i++) {
            int person = all[(begin + i) % all.length];
            if (isMine[person] && roster.lines[person].cells[at / model.types] == at % model.types) {
                return person;
            }
        }
        return anybody();
    }

    private int another(int chosen) {
        while (true) {
            int person = anybody();
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
        int one = anybody();
        int other = anybody();
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
