package org.yilianti.rotation.solver;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Where the search works next: a slot, mostly one that is badly covered, and somebody who can do something about it. */
final class Anchor {

    private static final int TRIES = 10;

    private final Roster roster;
    private final Model model;
    private final SplittableRandom random;
    private final boolean[] isMine;
    private int[] mine = new int[0];

    int person;
    int slot;
    /** Whether the window is to reach from one weekend to the next at least. */
    boolean wide;

    Anchor(Roster roster, SplittableRandom random) {
        this.roster = roster;
        this.random = random;
        model = roster.model;
        isMine = new boolean[model.people];
    }

    /** Keeps to these people from here on. */
    void among(int[] people) {
        mine = people;
        Arrays.fill(isMine, false);
        for (int one : people) {
            isMine[one] = true;
        }
    }

    int anybody() {
        return mine[random.nextInt(mine.length)];
    }

    void choose() {
        wide = false;
        slot = random.nextInt(model.demand.length);
        person = anybody();
        if (roster.lines[person].shortfall() > 0 && random.nextInt(4) == 0) {
            return;
        }
        wide = random.nextInt(5) == 0 && isAtHalfWeekend();
        if (!wide) {
            chooseByCover();
        }
    }

    /**
     * Moves to a free day of a weekend on which the person works the other, if more weekends are not allowed: where weekends are scarce
     * such days are a waste that no short window mends.
     */
    private boolean isAtHalfWeekend() {
        var line = roster.lines[person];
        if (line.weekends < line.profile.limits.weekends()) {
            return false;
        }
        int begin = random.nextInt(model.days);
        for (int i = 0; i < model.days; i++) {
            int day = (begin + i) % model.days;
            if (line.isHalfWeekend(day)) {
                slot = day * model.types;
                return true;
            }
        }
        return false;
    }

    private void chooseByCover() {
        int dice = random.nextInt(10);
        if (dice < 5 && roster.shortSlots.size() > 0) {
            slot = roster.shortSlots.get(random.nextInt(roster.shortSlots.size()));
            person = candidate(slot % model.types, slot / model.types);
        } else if (dice < 7 && roster.overSlots.size() > 0) {
            slot = roster.overSlots.get(random.nextInt(roster.overSlots.size()));
            person = worker(slot);
        }
    }

    /** Somebody who may work this type, preferably on this day. */
    private int candidate(int type, int day) {
        int[] all = model.candidates[type];
        for (int i = 0; i < TRIES && all.length > 0; i++) {
            int one = all[random.nextInt(all.length)];
            if (isMine[one] && model.profiles[one].may(day, type)) {
                return one;
            }
        }
        return anybody();
    }

    /** Somebody who works in this slot; anybody if nobody does. */
    private int worker(int at) {
        int[] all = model.candidates[at % model.types];
        int begin = random.nextInt(all.length);
        for (int i = 0; i < all.length; i++) {
            int one = all[(begin + i) % all.length];
            if (isMine[one] && roster.lines[one].cells[at / model.types] == at % model.types) {
                return one;
            }
        }
        return anybody();
    }
}
