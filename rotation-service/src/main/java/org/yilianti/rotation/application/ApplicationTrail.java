package org.yilianti.rotation.application;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an application, and by whom.
 *
 * @param hands accounts that made it, decided on it or lent their power to a decision: none of them decides again
 * @param steps oldest first; only grows
 */
public record ApplicationTrail(Set<String> hands, List<ApplicationStep> steps) {

    static final ApplicationTrail NONE = new ApplicationTrail(Set.of(), List.of());

    public ApplicationTrail {
        hands = Set.copyOf(hands);
        steps = List.copyOf(steps);
    }

    /** One line on. */
    ApplicationTrail with(ApplicationStep step) {
        return new ApplicationTrail(
                hands, Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /** One line on, by which its actor and all on whose behalf it was taken have a hand in it. */
    ApplicationTrail withHands(ApplicationStep step) {
        Set<String> more = Stream.of(hands.stream(), Stream.of(step.actor()), step.onBehalfOf().stream())
                .flatMap(accounts -> accounts)
                .collect(Collectors.toUnmodifiableSet());
        return new ApplicationTrail(more, with(step).steps);
    }

    /** Without the first line. */
    ApplicationTrail withoutFirst() {
        return new ApplicationTrail(hands, steps.subList(1, steps.size()));
    }

    String firstActor() {
        return steps.getFirst().actor();
    }

    /** Who brought it to {@code reached}; null when nobody has. */
    @Nullable String actorOf(ApplicationState reached) {
        return steps.stream()
                .filter(step -> step.action().code().equals(reached.code()))
                .map(ApplicationStep::actor)
                .findFirst()
                .orElse(null);
    }
}
