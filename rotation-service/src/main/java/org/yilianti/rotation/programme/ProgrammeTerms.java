package org.yilianti.rotation.programme;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;

/**
 * What a programme is about.
 *
 * @param from first month, such as 2027-01
 * @param months how many, a multiple of {@code blockMonths}
 * @param blockMonths how long a posting lasts
 * @param restMonths how long after a posting nobody is posted again
 * @param places posts to be filled in each block
 * @param sources where people come from
 * @param quotas how many come from institutions of a tier in each block
 */
public record ProgrammeTerms(
        String from,
        int months,
        int blockMonths,
        int restMonths,
        List<Place> places,
        List<Source> sources,
        List<Quota> quotas) {

    public ProgrammeTerms {
        places = List.copyOf(places);
        sources = List.copyOf(sources);
        quotas = List.copyOf(quotas);
    }

    /**
     * Posts at a host for people of a kind.
     *
     * @param courses titles of courses that must be completed before the posting begins
     */
    public record Place(
            UUID institutionId,
            StaffCategory category,
            @Nullable String specialty,
            @Nullable Title leastTitle,
            List<String> courses,
            int posts) {

        /** Programmes set up before courses could be asked for ask for none. */
        public Place {
            courses = courses == null ? List.of() : List.copyOf(courses);
        }

        /** The first prerequisite that the member lacks, by its code; null when none. */
        @Nullable String lacking(Member member, Set<String> completed) {
            if (member.category() != category) {
                return "category";
            }
            if (specialty != null && !specialty.equals(member.specialty())) {
                return "specialty";
            }
            if (leastTitle != null && member.title().compareTo(leastTitle) < 0) {
                return "title";
            }
            return completed.containsAll(courses) ? null : "course";
        }
    }

    /** A home institution that releases people, at most {@code mostAway} at once over all programmes. */
    public record Source(UUID institutionId, int mostAway) {}

    /** At least and at most so many people from institutions of this tier. */
    public record Quota(String tier, int least, int most) {}

    /** The days of each block. */
    List<DatePeriod> blocks() {
        List<DatePeriod> blocks = new ArrayList<>();
        LocalDate first = YearMonth.parse(from).atDay(1);
        for (int month = 0; month < months; month += blockMonths) {
            blocks.add(new DatePeriod(first.plusMonths(month), first.plusMonths(month + (long) blockMonths)));
        }
        return blocks;
    }

    /** Every institution that takes part. */
    Set<UUID> institutions() {
        Set<UUID> all = new HashSet<>();
        places.forEach(place -> all.add(place.institutionId()));
        sources.forEach(source -> all.add(source.institutionId()));
        return all;
    }
}
