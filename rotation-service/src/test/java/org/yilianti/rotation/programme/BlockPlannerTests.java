package org.yilianti.rotation.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.programme.BlockPlanner.BlockPlan;
import org.yilianti.rotation.programme.BlockPlanner.Candidate;
import org.yilianti.rotation.programme.ProgrammeTerms.Place;
import org.yilianti.rotation.programme.ProgrammeTerms.Quota;

/** M5: quotas per tier, release limits and prerequisites of a block, planned exactly. */
class BlockPlannerTests {

    private static final UUID HOSPITAL = UUID.randomUUID();
    private static final UUID CENTRE = UUID.randomUUID();

    @Test
    void whoHasBeenAwayLeastGoesAndNobodyWhomAnythingKeeps() {
        UUID rested = UUID.randomUUID();
        BlockPlan plan = new BlockPlanner(
                        List.of(place(1)),
                        List.of(
                                person(UUID.randomUUID(), HOSPITAL, "tertiary", 6),
                                person(UUID.randomUUID(), HOSPITAL, "tertiary", 0, "title"),
                                person(rested, HOSPITAL, "tertiary", 1)),
                        Map.of(HOSPITAL, 3),
                        List.of())
                .plan();
        assertThat(plan.assigned()).extracting(BlockPlanner.Assigned::member).containsExactly(rested);
        assertThat(plan.vacancies()).isEmpty();
    }

    @Test
    void aHomeReleasesNoMoreThanItsLimitAndTheVacancySaysSo() {
        List<Candidate> people = new ArrayList<>();
        for (int index = 0; index < 4; index++) {
            people.add(person(UUID.randomUUID(), HOSPITAL, "tertiary", 0));
        }
        people.add(person(UUID.randomUUID(), CENTRE, "township", 0, "specialty"));
        BlockPlan plan = new BlockPlanner(List.of(place(4)), people, Map.of(HOSPITAL, 2, CENTRE, 1), List.of()).plan();
        assertThat(plan.assigned()).hasSize(2);
        assertThat(plan.vacancies()).hasSize(1).allSatisfy(empty -> {
            assertThat(empty.posts()).isEqualTo(2);
            assertThat(empty.reasons()).isEqualTo(Map.of("posted-elsewhere", 2, "release-limit", 2, "specialty", 1));
        });
    }

    @Test
    void quotasPerTierAreKeptWhereTheyCanBeAndToldWhereNot() {
        List<Candidate> people = new ArrayList<>();
        for (int index = 0; index < 3; index++) {
            people.add(person(UUID.randomUUID(), HOSPITAL, "tertiary", 0));
        }
        people.add(person(UUID.randomUUID(), CENTRE, "township", 24));
        List<Quota> quotas = List.of(new Quota("tertiary", 0, 1), new Quota("township", 2, 2));
        BlockPlan plan = new BlockPlanner(List.of(place(2)), people, Map.of(HOSPITAL, 3, CENTRE, 3), quotas).plan();
        assertThat(plan.assigned())
                .extracting(BlockPlanner.Assigned::home)
                .as("the centre's only one although away long before")
                .containsExactlyInAnyOrder(HOSPITAL, CENTRE);
        assertThat(plan.missedQuotas()).isEqualTo(Map.of("township", 1));
    }

    @Test
    void asManyPostsAreFilledAsAnyPlanCouldFill() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Place> places = List.of(place(1 + random.nextInt(2)), place(1), place(1 + random.nextInt(2)));
            List<Candidate> people = new ArrayList<>();
            for (int index = 0; index < 6; index++) {
                List<@Nullable String> obstacles = new ArrayList<>();
                places.forEach(place -> obstacles.add(random.nextInt(3) == 0 ? null : "title"));
                UUID home = random.nextBoolean() ? HOSPITAL : CENTRE;
                people.add(new Candidate(
                        UUID.randomUUID(), home, home.equals(HOSPITAL) ? "tertiary" : "township", 0, obstacles));
            }
            Map<UUID, Integer> room = Map.of(HOSPITAL, random.nextInt(4), CENTRE, random.nextInt(4));
            List<Quota> quotas = List.of(new Quota("tertiary", 0, 2));
            BlockPlan plan = new BlockPlanner(places, people, room, quotas).plan();
            int[] free = places.stream().mapToInt(Place::posts).toArray();
            assertThat(plan.assigned()).as("round %d", round).hasSize(best(people, 0, free, new HashMap<>(room), 2));
        }
    }

    /** By trying everything. */
    private static int best(List<Candidate> people, int from, int[] free, Map<UUID, Integer> room, int tertiary) {
        if (from == people.size()) {
            return 0;
        }
        int best = best(people, from + 1, free, room, tertiary);
        Candidate one = people.get(from);
        boolean counts = one.tier().equals("tertiary");
        if (room.getOrDefault(one.home(), 0) == 0 || (counts && tertiary == 0)) {
            return best;
        }
        for (int place = 0; place < free.length; place++) {
            if (free[place] > 0 && one.obstacles().get(place) == null) {
                free[place]--;
                room.merge(one.home(), -1, Integer::sum);
                best = Math.max(best, 1 + best(people, from + 1, free, room, tertiary - (counts ? 1 : 0)));
                room.merge(one.home(), 1, Integer::sum);
                free[place]++;
            }
        }
        return best;
    }

    private static Place place(int posts) {
        return new Place(UUID.randomUUID(), StaffCategory.PHYSICIAN, null, null, List.of(), posts);
    }

    private static Candidate person(UUID id, UUID home, String tier, int monthsAway) {
        List<@Nullable String> none = new ArrayList<>();
        none.add(null);
        return new Candidate(id, home, tier, monthsAway, none);
    }

    private static Candidate person(UUID id, UUID home, String tier, int monthsAway, String obstacle) {
        return new Candidate(id, home, tier, monthsAway, List.of(obstacle));
    }
}
