package org.yilianti.sample.association;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Fills positions with people, numbering them in the order in which institutions are asked for. */
final class Population {

    private static final int CAREER_AGE = 23;
    private static final int SETTLED_YEARS = 8;

    private final NationalIds nationalIds = new NationalIds();
    private final LocalDate month;
    private final long seed;
    private int count;

    /** @param month first day of the sample month; ages are reckoned there */
    Population(LocalDate month, long seed) {
        this.month = month;
        this.seed = seed;
    }

    List<Person> of(Site site) {
        var random = new Random(seed * 31 + site.code().hashCode() * 0x9E3779B97F4A7C15L);
        var names = new PersonNames(random);
        var people = new ArrayList<Person>(site.staff());
        for (var position : Staffing.of(site)) {
            people.add(person(site, position, random, names));
        }
        return people;
    }

    private Person person(Site site, Position position, Random random, PersonNames names) {
        boolean female = random.nextInt(100) < womenPercent(position.category());
        int oldest = female
                ? Math.min(55, position.title().oldest())
                : position.title().oldest();
        int youngest = position.title().youngest();
        int age = youngest + random.nextInt(oldest - youngest + 1);
        var identity = nationalIds.next(month.minusYears(age).minusDays(1L + random.nextInt(360)), female);
        var careerStart = identity.birthDate().plusYears(CAREER_AGE).plusDays(random.nextInt(120));
        if (position.role() != null) {
            // The conditions of multi-site practice: 5 years in the specialty.
            careerStart = earlier(careerStart, month.minusYears(SETTLED_YEARS));
        }
        careerStart = earlier(careerStart, month.minusMonths(14));
        return new Person(
                ++count,
                site,
                position,
                names.next(female),
                female,
                identity,
                careerStart,
                titleSince(position.title(), careerStart, random));
    }

    private @Nullable LocalDate titleSince(Title title, LocalDate careerStart, Random random) {
        if (title == Title.NONE) {
            return null;
        }
        var earliest = careerStart.plusYears(title.yearsOfWork());
        var latest = month.minusDays(30);
        int room = (int) Math.max(0, latest.toEpochDay() - earliest.toEpochDay());
        return earlier(earliest.plusDays(room == 0 ? 0 : random.nextInt(Math.min(room, 3_000))), latest);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static int womenPercent(Category category) {
        return switch (category) {
            case NURSE -> 96;
            case PHYSICIAN, ASSISTANT_PHYSICIAN -> 47;
            case PHARMACIST, TECHNICIAN, OTHER_HEALTH_TECHNICIAN -> 64;
            case VILLAGE_DOCTOR -> 31;
            case MANAGEMENT -> 52;
            case LOGISTICS -> 45;
        };
    }
}
