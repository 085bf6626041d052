package org.yilianti.rotation.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.programme.ProgrammeTerms.Place;
import org.yilianti.rotation.programme.ProgrammeTerms.Quota;

/**
 * Decides who goes where in one block, exactly: source → tier → home → person → place → sink. As many posts as possible are filled; then as
 * few as possible of the least quotas are missed; then people go who have been away least. The same question has the same answer.
 */
final class BlockPlanner {

    /** Filling a least quota outweighs everything but a filled post. */
    private static final long QUOTA = 1_000_000_000L;

    /**
     * Somebody who could be sent.
     *
     * @param monthsAway served before, over all programmes
     * @param obstacles of each place, in order, the code of the first one; null where there is none
     */
    record Candidate(UUID member, UUID home, String tier, int monthsAway, List<@Nullable String> obstacles) {}

    /** A person at a place, which is told by its position. */
    record Assigned(UUID member, UUID home, int place) {}

    /** Posts that stay empty at a place, and how many people each reason keeps from it. */
    record Vacancy(int place, int posts, Map<String, Integer> reasons) {}

    /** What came out. */
    record BlockPlan(List<Assigned> assigned, List<Vacancy> vacancies, Map<String, Integer> missedQuotas) {}

    private final List<Place> places;
    private final List<Candidate> candidates;
    private final Map<UUID, Integer> room;
    private final Map<String, Quota> quotas = new LinkedHashMap<>();
    private final Flow flow = new Flow();
    private final Map<Assigned, Integer> edges = new LinkedHashMap<>();

    /** @param room how many more each home can release in the block */
    BlockPlanner(List<Place> places, List<Candidate> candidates, Map<UUID, Integer> room, List<Quota> quotas) {
        this.places = places;
        this.candidates = candidates;
        this.room = room;
        quotas.forEach(quota -> this.quotas.put(quota.tier(), quota));
    }

    BlockPlan plan() {
        int source = flow.node();
        int sink = flow.node();
        List<Integer> placeNodes = places.stream()
                .map(place -> {
                    int node = flow.node();
                    flow.edge(node, sink, place.posts(), 0);
                    return node;
                })
                .toList();
        Map<String, Integer> tiers = new TreeMap<>();
        Map<UUID, Integer> homes = new TreeMap<>();
        for (int order = 0; order < candidates.size(); order++) {
            Candidate one = candidates.get(order);
            int tier = tiers.computeIfAbsent(one.tier, code -> tier(source, code));
            int home = homes.computeIfAbsent(one.home, id -> home(tier, id));
            int person = flow.node();
            flow.edge(home, person, 1, (long) one.monthsAway * candidates.size() + order);
            for (int place = 0; place < places.size(); place++) {
                if (one.obstacles.get(place) == null) {
                    edges.put(
                            new Assigned(one.member, one.home, place), flow.edge(person, placeNodes.get(place), 1, 0));
                }
            }
        }
        flow.run(source, sink);
        return result();
    }

    private int tier(int source, String code) {
        int node = flow.node();
        Quota quota = quotas.get(code);
        flow.edge(source, node, quota == null ? 0 : quota.least(), -QUOTA);
        flow.edge(source, node, quota == null ? candidates.size() : quota.most() - quota.least(), 0);
        return node;
    }

    private int home(int tier, UUID id) {
        int node = flow.node();
        flow.edge(tier, node, Math.max(0, room.getOrDefault(id, 0)), 0);
        return node;
    }

    private BlockPlan result() {
        List<Assigned> assigned = edges.entrySet().stream()
                .filter(edge -> flow.through(edge.getValue()) > 0)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> sent = new TreeMap<>();
        Map<UUID, Integer> released = new TreeMap<>();
        for (Candidate one : candidates) {
            if (assigned.stream().anyMatch(gone -> gone.member.equals(one.member))) {
                sent.merge(one.tier, 1, Integer::sum);
                released.merge(one.home, 1, Integer::sum);
            }
        }
        List<Vacancy> vacancies = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
            int at = place;
            int empty = places.get(place).posts()
                    - (int) assigned.stream().filter(one -> one.place == at).count();
            if (empty > 0) {
                vacancies.add(new Vacancy(place, empty, reasons(place, assigned, sent, released)));
            }
        }
        Map<String, Integer> missed = new TreeMap<>();
        quotas.forEach((tier, quota) -> {
            int missing = quota.least() - sent.getOrDefault(tier, 0);
            if (missing > 0) {
                missed.put(tier, missing);
            }
        });
        return new BlockPlan(assigned, vacancies, missed);
    }

    private Map<String, Integer> reasons(
            int place, List<Assigned> assigned, Map<String, Integer> sent, Map<UUID, Integer> released) {
        Map<String, Integer> reasons = new TreeMap<>();
        for (Candidate one : candidates) {
            String obstacle = one.obstacles.get(place);
            Quota quota = quotas.get(one.tier);
            if (obstacle != null) {
                reasons.merge(obstacle, 1, Integer::sum);
            } else if (assigned.stream().anyMatch(gone -> gone.member.equals(one.member))) {
                reasons.merge("posted-elsewhere", 1, Integer::sum);
            } else if (released.getOrDefault(one.home, 0) >= room.getOrDefault(one.home, 0)) {
                reasons.merge("release-limit", 1, Integer::sum);
            } else if (quota != null && sent.getOrDefault(one.tier, 0) >= quota.most()) {
                reasons.merge("quota", 1, Integer::sum);
            }
        }
        return reasons;
    }
}
