package org.yilianti.rotation.programme;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.Members;

/** Whether a posting may be, by the facts as they stand under the locks of home and person, taken in this order. */
@Component
class PostingFit {

    private final ReleaseLimits limits;
    private final Members members;
    private final PostingFacts facts;

    PostingFit(ReleaseLimits limits, Members members, PostingFacts facts) {
        this.limits = limits;
        this.members = members;
        this.facts = facts;
    }

    /** Refuses (409) more people away than the home releases, and (422) whatever keeps this person from the host. */
    void require(RotationProgramme programme, RotationPosting posting) {
        limits.check(programme, posting);
        Set<UUID> person = Set.of(posting.memberId());
        members.lock(posting.association(), person);
        PostingObstacles known = Objects.requireNonNull(
                        facts.of(programme, person, posting.days()).get(posting.memberId()))
                .beside(posting);
        String obstacle = programme.terms().places().stream()
                .filter(place -> place.institutionId().equals(posting.hostInstitutionId()))
                .map(place -> Objects.requireNonNullElse(known.to(place, posting.days()), ""))
                .min(String::compareTo)
                .orElseThrow(() -> Refusal.invalid("posting.no-place", posting.hostInstitutionId())
                        .at("/hostInstitutionId"));
        if (!obstacle.isEmpty()) {
            throw Refusal.invalid("posting.obstacle", obstacle);
        }
    }
}
