package org.yilianti.rotation.programme;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.CompletedCourses;
import org.yilianti.rotation.leave.DaysAway;
import org.yilianti.rotation.practice.LawfulPractice;

/** Loads what may keep people from a posting, in a fixed number of queries. */
@Component
class PostingFacts {

    private final LawfulPractice practice;
    private final CompletedCourses courses;
    private final DaysAway leave;
    private final RotationPostings postings;
    private final Policies policies;

    PostingFacts(
            LawfulPractice practice,
            CompletedCourses courses,
            DaysAway leave,
            RotationPostings postings,
            Policies policies) {
        this.practice = practice;
        this.courses = courses;
        this.leave = leave;
        this.postings = postings;
        this.policies = policies;
    }

    /** By member. */
    Map<UUID, PostingObstacles> of(RotationProgramme programme, Collection<UUID> memberIds, DatePeriod days) {
        UUID association = programme.association();
        int longLeave =
                policies.inForce(association, PostingPolicy.class, days.from()).longLeaveDays();
        var completed = courses.titlesBefore(association, memberIds, days.from());
        var away = leave.granted(association, memberIds, days);
        var posted = postings.ofMembers(association, memberIds).stream()
                .collect(Collectors.groupingBy(RotationPosting::memberId));
        Map<UUID, PostingObstacles> facts = new HashMap<>();
        practice.facts(association, memberIds)
                .forEach((id, known) -> facts.put(
                        id,
                        new PostingObstacles(
                                known,
                                completed.getOrDefault(id, Set.of()),
                                away.getOrDefault(id, List.of()),
                                posted.getOrDefault(id, List.of()),
                                programme.terms().restMonths(),
                                longLeave)));
        return facts;
    }
}
