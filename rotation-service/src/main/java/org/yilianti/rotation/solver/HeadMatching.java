package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * The most that any plan can cover, when of all rules only these are kept: at most one lawful duty a day and nobody on leave, at most so
 * many duties a week and in the horizon ({@link Capacity}). A network of heads ← (person, day) ← (person, week) ← person; the sets
 * of heads that can be filled together form a gammoid, that is a matroid, so taking heads by descending value, each if an augmenting path
 * exists, fills a set of greatest total value (Rado/Edmonds: greedy is optimal on matroids).
 *
 * <p>Slots visited by a failed search can never reach free capacity again, as later paths do not enter them; they stay dead.
 */
final class HeadMatching {

    private final Model model;
    private final Capacity capacity;
    private final int[] matched;
    private final int[] weekUsed;
    private final int[] used;
    private final boolean[] dead;
    private final int[] seen;
    private final int[] queue;
    private final int[] fromSlot;
    private final int[] byPerson;
    private final int[] released;
    private final int[] offsets;
    private int stamp;

    HeadMatching(Model model, Capacity capacity) {
        this.model = model;
        this.capacity = capacity;
        matched = new int[model.people * model.days];
        Arrays.fill(matched, Model.FREE);
        weekUsed = new int[model.people * capacity.weeks];
        used = new int[model.people];
        int slots = model.demand.length;
        dead = new boolean[slots];
        seen = new int[slots];
        queue = new int[slots];
        fromSlot = new int[slots];
        byPerson = new int[slots];
        released = new int[slots];
        offsets = new int[model.types];
    }

    /** Fills one more head of this slot, re-arranging others, if that is possible at all. */
    boolean fill(int target) {
        if (dead[target]) {
            return false;
        }
        stamp++;
        int head = 0;
        int tail = 0;
        seen[target] = stamp;
        queue[tail++] = target;
        while (head < tail) {
            int slot = queue[head++];
            int free = freePerson(slot);
            if (free >= 0) {
                augment(target, slot, free);
                return true;
            }
            tail = reachFrom(slot, tail);
        }
        for (int i = 0; i < tail; i++) {
            dead[queue[i]] = true;
        }
        return false;
    }

    /** Somebody with a free day and capacity left, or −1. Begins where the last search for this type ended. */
    private int freePerson(int slot) {
        int day = slot / model.types;
        int type = slot % model.types;
        int[] all = model.candidates[type];
        for (int i = 0; i < all.length; i++) {
            int person = all[offsets[type]];
            if (available(person, day, type)
                    && matched[person * model.days + day] == Model.FREE
                    && used[person] < capacity.horizon[person]
                    && weekUsed[week(person, day)] < capacity.week[week(person, day)]) {
                return person;
            }
            offsets[type] = offsets[type] + 1 == all.length ? 0 : offsets[type] + 1;
        }
        return -1;
    }

    /** Queues every slot that would lose somebody to this one. */
    private int reachFrom(int slot, int queued) {
        int day = slot / model.types;
        int type = slot % model.types;
        int tail = queued;
        for (int person : model.candidates[type]) {
            if (!available(person, day, type)) {
                continue;
            }
            int from = day;
            int to = day + 1;
            if (matched[person * model.days + day] == Model.FREE) {
                boolean weekFull = weekUsed[week(person, day)] >= capacity.week[week(person, day)];
                from = weekFull ? capacity.firstDay(model.weekOf[day]) : 0;
                to = weekFull ? capacity.firstDay(model.weekOf[day] + 1) : model.days;
            }
            for (int other = from; other < to; other++) {
                int content = matched[person * model.days + other];
                int loser = other * model.types + content;
                if (content != Model.FREE && seen[loser] != stamp && !dead[loser]) {
                    seen[loser] = stamp;
                    queue[tail++] = loser;
                    fromSlot[loser] = slot;
                    byPerson[loser] = person;
                    released[loser] = other;
                }
            }
        }
        return tail;
    }

    private void augment(int target, int last, int free) {
        match(free, last);
        int slot = last;
        while (slot != target) {
            int person = byPerson[slot];
            unmatch(person, released[slot]);
            match(person, fromSlot[slot]);
            slot = fromSlot[slot];
        }
    }

    private void match(int person, int slot) {
        int day = slot / model.types;
        matched[person * model.days + day] = slot % model.types;
        used[person]++;
        weekUsed[week(person, day)]++;
    }

    private void unmatch(int person, int day) {
        matched[person * model.days + day] = Model.FREE;
        used[person]--;
        weekUsed[week(person, day)]--;
    }

    private boolean available(int person, int day, int type) {
        var profile = model.profiles[person];
        return profile.options.permits(day, type) && !profile.onLeave(model, day, type);
    }

    private int week(int person, int day) {
        return person * capacity.weeks + model.weekOf[day];
    }
}
