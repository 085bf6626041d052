package org.yilianti.rotation.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Appointments;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.programme.BlockPlanner.BlockPlan;
import org.yilianti.rotation.programme.BlockPlanner.Candidate;
import org.yilianti.rotation.programme.ProgrammeTerms.Place;
import org.yilianti.rotation.programme.ProgrammeTerms.Quota;
import org.yilianti.rotation.programme.ProgrammeTerms.Source;

/** Builds the question of a block from the facts of today: people of the sources, what keeps them, what stands already. */
@Component
class BlockPlans {

    private final Appointments appointments;
    private final Institutions institutions;
    private final PostingFacts facts;
    private final ReleaseLimits limits;
    private final RotationPostings postings;

    BlockPlans(
            Appointments appointments,
            Institutions institutions,
            PostingFacts facts,
            ReleaseLimits limits,
            RotationPostings postings) {
        this.appointments = appointments;
        this.institutions = institutions;
        this.facts = facts;
        this.limits = limits;
        this.postings = postings;
    }

    BlockPlan of(RotationProgramme programme, DatePeriod days) {
        ProgrammeTerms terms = programme.terms();
        Set<UUID> sources = terms.sources().stream().map(Source::institutionId).collect(Collectors.toSet());
        Map<UUID, Institution> known = institutions.byId(programme.association(), sources);
        Set<UUID> people = new LinkedHashSet<>(appointments.memberIdsAt(programme.association(), sources, days));
        List<RotationPosting> standing = postings.fromHomes(programme.association(), sources, days).stream()
                .filter(one -> one.programmeId().equals(programme.id()))
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        facts.of(programme, people, days).values().stream()
                .filter(one -> one.facts().member() != null)
                .sorted(Comparator.comparing(one -> staffNo(one.facts().member())))
                .forEach(one -> candidate(one, sources, known, terms, days).ifPresent(candidates::add));
        return new BlockPlanner(
                        places(terms, standing),
                        candidates,
                        limits.room(programme, days),
                        quotas(terms, standing, known))
                .plan();
    }

    private static Optional<Candidate> candidate(
            PostingObstacles one,
            Set<UUID> sources,
            Map<UUID, Institution> known,
            ProgrammeTerms terms,
            DatePeriod days) {
        return one.facts().appointments().stream()
                .filter(appointment -> appointment.period().overlaps(days))
                .max(Comparator.comparing(Appointment::main).thenComparing(Appointment::ftePercent))
                .map(Appointment::institutionId)
                .filter(sources::contains)
                .flatMap(home -> Optional.ofNullable(known.get(home)))
                .map(home -> {
                    List<@Nullable String> obstacles = new ArrayList<>();
                    terms.places().forEach(place -> obstacles.add(one.to(place, days)));
                    return new Candidate(
                            Objects.requireNonNull(one.facts().member()).id(),
                            home.id(),
                            home.tier(),
                            one.monthsAway(),
                            obstacles);
                });
    }

    private static String staffNo(@Nullable Member member) {
        return member == null ? "" : member.staffNo();
    }

    /** Posts that are not taken yet; each standing posting takes one of its host's first place with a free one. */
    private static List<Place> places(ProgrammeTerms terms, List<RotationPosting> standing) {
        Map<UUID, Long> taken = standing.stream()
                .collect(Collectors.groupingBy(RotationPosting::hostInstitutionId, Collectors.counting()));
        List<Place> free = new ArrayList<>();
        for (Place place : terms.places()) {
            long gone = Math.min(place.posts(), taken.getOrDefault(place.institutionId(), 0L));
            taken.computeIfPresent(place.institutionId(), (id, left) -> left - gone);
            free.add(new Place(
                    place.institutionId(),
                    place.category(),
                    place.specialty(),
                    place.leastTitle(),
                    place.courses(),
                    place.posts() - (int) gone));
        }
        return free;
    }

    private static List<Quota> quotas(
            ProgrammeTerms terms, List<RotationPosting> standing, Map<UUID, Institution> known) {
        return terms.quotas().stream()
                .map(quota -> {
                    int sent = (int) standing.stream()
                            .map(one -> known.get(one.homeInstitutionId()))
                            .filter(home -> home != null && home.tier().equals(quota.tier()))
                            .count();
                    return new Quota(quota.tier(), Math.max(0, quota.least() - sent), Math.max(0, quota.most() - sent));
                })
                .toList();
    }
}
