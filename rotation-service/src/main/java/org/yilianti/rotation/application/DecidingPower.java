package org.yilianti.rotation.application;

import java.util.List;
import java.util.stream.Stream;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;

/** Finds the power by which somebody may decide at the present level, or says why there is none. */
final class DecidingPower {

    private DecidingPower() {}

    /**
     * The first power that serves. Four eyes: neither the decider nor anybody in the chain of the power has had a hand in the application,
     * and none of them is the member it is for.
     */
    static Mandate of(PracticeApplication application, Decider by) {
        Level level = application.progress().current();
        String code = level.office().institutionCode(application.parties());
        List<Mandate> powers = Stream.concat(
                        by.powers(level.role(), code),
                        application.progress().escalated() ? by.powers(Role.ASSOCIATION_ADMIN, "*") : Stream.empty())
                .toList();
        if (powers.isEmpty()) {
            throw Refusal.forbidden("access.institution", code);
        }
        String member = application.parties().staffNo();
        if (member.equals(by.staffNo())) {
            throw Refusal.forbidden("application.own");
        }
        if (application.hands().contains(by.actor())) {
            throw Refusal.forbidden("application.four-eyes", by.actor());
        }
        return powers.stream()
                .filter(power -> power.chain().stream().noneMatch(application.hands()::contains)
                        && !power.staffNos().contains(member))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden(
                        "application.four-eyes-delegated",
                        String.join(", ", powers.getFirst().chain())));
    }
}
