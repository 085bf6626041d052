package org.yilianti.rotation.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yilianti.rotation.solver.Rule;

/**
 * What keeps people out of a shift, in a planner's words: the solver only knows that a shift is none of theirs, here those of another
 * category or specialty, or of too low a title, are told from those whom the law keeps out.
 *
 * @param unfit how many of the plan's people do not meet a shift's demands, by shift and demand
 */
record KeptOut(Map<String, Map<String, Long>> unfit) {

    static KeptOut of(Map<String, SiteShift> shifts, List<Candidate> people) {
        Map<String, Map<String, Long>> unfit = new TreeMap<>();
        shifts.forEach((key, shift) -> unfit.put(
                key,
                people.stream()
                        .flatMap(person -> person.unfit(shift).stream())
                        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))));
        return new KeptOut(unfit);
    }

    /** @param blocked how many people each rule is the first to keep out */
    Map<String, Long> of(String shift, Map<Rule, Integer> blocked) {
        Map<String, Long> told = new LinkedHashMap<>(unfit.getOrDefault(shift, Map.of()));
        long others = told.values().stream().mapToLong(Long::longValue).sum();
        blocked.forEach((rule, people) -> {
            long left = rule == Rule.LAWFUL_PRACTICE ? people - others : people;
            if (left > 0) {
                told.put(rule.code(), left);
            }
        });
        return told;
    }
}
