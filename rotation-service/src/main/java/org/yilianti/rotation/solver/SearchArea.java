package org.yilianti.rotation.solver;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which days of whose lines a {@link Neighbourhood} plans: around a slot, mostly one that lacks people. */
record SearchArea(int[] people, int from, int to) {

    private static final int FEWEST_PEOPLE = 4;
    /** Horizons of up to so many days are planned as a whole in areas of long lines. */
    private static final int LONGEST = 42;
    /** Windows of longer horizons. */
    private static final int[] WINDOWS = {21, 28, 28, 42, 56};
    /** Fewer days leave the order of duties no room. */
    private static final int WEEK = 7;

    /** What an area has many of. */
    enum Shape {
        /** Long stretches of some lines: can change how much somebody works, and when. */
        LONG,
        /** A few days of as many lines as possible: can pass duties on over many people, and is quick, as the days of a line hold little. */
        WIDE
    }

    /** The fewest cells, days times people, that an area has. */
    static int smallest(Model model) {
        return Math.min(FEWEST_PEOPLE, model.people) * Math.min(LONGEST, model.days);
    }

    static SearchArea whole(Model model) {
        return new SearchArea(IntStream.range(0, model.people).toArray(), 0, model.days);
    }

    /** An area of about so many cells; half of the people are able to work in its slot, where there are so many. */
    static SearchArea of(Roster roster, Shape shape, double size, SplittableRandom random) {
        var model = roster.model;
        if (size >= (double) model.people * model.days) {
            return whole(model);
        }
        int length = shape == Shape.WIDE
                ? (int) Math.clamp(size / model.people, Math.min(WEEK, model.days), model.days)
                : model.days <= LONGEST ? model.days : Math.min(model.days, WINDOWS[random.nextInt(WINDOWS.length)]);
        int count = (int) Math.clamp(size / length, Math.min(FEWEST_PEOPLE, model.people), model.people);
        int slot = slot(roster, random);
        int from = Math.clamp(slot / model.types - random.nextInt(length), 0, model.days - length);
        return new SearchArea(people(model, slot % model.types, count, random), from, from + length);
    }

    private static int slot(Roster roster, SplittableRandom random) {
        boolean isShort = roster.shortSlots.size() > 0 && random.nextInt(4) > 0;
        return isShort
                ? roster.shortSlots.get(random.nextInt(roster.shortSlots.size()))
                : random.nextInt(roster.model.demand.length);
    }

    private static int[] people(Model model, int type, int count, SplittableRandom random) {
        int[] able = shuffled(model.candidates[type], random);
        int[] all = shuffled(IntStream.range(0, model.people).toArray(), random);
        return IntStream.concat(Arrays.stream(able).limit((count + 1) / 2), Arrays.stream(all))
                .distinct()
                .limit(count)
                .sorted()
                .toArray();
    }

    private static int[] shuffled(int[] people, SplittableRandom random) {
        int[] order = people.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int at = random.nextInt(i + 1);
            int person = order[i];
            order[i] = order[at];
            order[at] = person;
        }
        return order;
    }

    int cells() {
        return people.length * (to - from);
    }
}
