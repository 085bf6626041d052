package org.yilianti.rotation.programme;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.programme.ProgrammeTerms.Source;

/** How many people home institutions can still let go: the limit that protects the home site (M5). */
@Component
class ReleaseLimits {

    private final RotationPostings postings;

    ReleaseLimits(RotationPostings postings) {
        this.postings = postings;
    }

    /** How many more each source can release in these days, whoever else is away by any programme. */
    Map<UUID, Integer> room(RotationProgramme programme, DatePeriod days) {
        List<UUID> homes =
                programme.terms().sources().stream().map(Source::institutionId).toList();
        Map<UUID, List<RotationPosting>> away = postings.fromHomes(programme.association(), homes, days).stream()
                .collect(Collectors.groupingBy(RotationPosting::homeInstitutionId));
        Map<UUID, Integer> room = new HashMap<>();
        programme
                .terms()
                .sources()
                .forEach(source -> room.put(
                        source.institutionId(),
                        source.mostAway() - most(away.getOrDefault(source.institutionId(), List.of()), days)));
        return room;
    }

    /**
     * Refuses (409) a posting that takes more people from its home than the programme releases; those proposed count, so that two proposals
     * cannot both be approved beyond it. The home is held until the transaction ends.
     */
    void check(RotationProgramme programme, RotationPosting posting) {
        Source source = programme.terms().sources().stream()
                .filter(one -> one.institutionId().equals(posting.homeInstitutionId()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("posting.no-source", posting.homeInstitutionId()));
        postings.lockHome(source.institutionId());
        List<RotationPosting> others =
                postings.fromHomes(posting.association(), List.of(source.institutionId()), posting.days()).stream()
                        .filter(other -> !other.id().equals(posting.id()))
                        .toList();
        if (most(others, posting.days()) >= source.mostAway()) {
            throw Refusal.conflict("posting.release-limit", source.mostAway());
        }
    }

    /** The most that are away on one of the days. */
    static int most(List<RotationPosting> postings, DatePeriod days) {
        Stream<LocalDate> starts = postings.stream().map(one -> one.days().from());
        return (int) Stream.concat(Stream.of(days.from()), starts)
                .filter(days::contains)
                .mapToLong(day -> postings.stream()
                        .filter(one -> one.days().contains(day))
                        .count())
                .max()
                .orElse(0);
    }
}
