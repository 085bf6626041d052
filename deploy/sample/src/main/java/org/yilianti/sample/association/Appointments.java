package org.yilianti.sample.association;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Who works where: mostly one full-time appointment; some share themselves, some contracts end, some moves lie ahead. */
final class Appointments {

    private static final int SHARED_EVERY = 53;
    private static final int ENDING_EVERY = 97;
    private static final int MOVING_EVERY = 211;

    private final LocalDate month;
    private int count;

    Appointments(LocalDate month) {
        this.month = month;
    }

    /** The appointment rows of one person: exactly one main appointment at any time. */
    List<List<String>> rows(Person person) {
        var site = person.site().code();
        var department = department(person);
        var from = start(person);
        var rows = new ArrayList<List<String>>();
        if (person.position().role() == null && person.number() % SHARED_EVERY == 7) {
            boolean clinical = person.category().clinical();
            rows.add(row(person, site, department, "0.70", true, from, ""));
            rows.add(row(
                    person, clinical ? site : person.site().partner(), "培训科", "0.30", false, month.minusMonths(6), ""));
        } else if (person.position().role() == null && person.number() % MOVING_EVERY == 3) {
            var moves = month.plusMonths(1);
            rows.add(row(person, site, department, "1.00", true, from, moves.toString()));
            rows.add(row(person, site, "质量管理科", "1.00", true, moves, ""));
        } else if (person.position().role() == null && person.number() % ENDING_EVERY == 5) {
            rows.add(row(
                    person,
                    site,
                    department,
                    "1.00",
                    true,
                    from,
                    month.plusMonths(9).toString()));
        } else {
            rows.add(row(person, site, department, "1.00", true, from, ""));
        }
        return rows;
    }

    private List<String> row(
            Person person, String site, String department, String fte, boolean main, LocalDate from, String to) {
        return List.of(
                "A%06d".formatted(++count),
                person.staffNo(),
                site,
                department,
                Posts.of(person.category(), person.position().title()),
                fte,
                Boolean.toString(main),
                from.toString(),
                to);
    }

    private LocalDate start(Person person) {
        long workedDays = month.toEpochDay() - person.careerStart().toEpochDay();
        return person.careerStart().plusDays(workedDays * (person.number() % 7) / 10);
    }

    private static String department(Person person) {
        var specialty = person.position().specialty();
        if (specialty != null) {
            return specialty.department();
        }
        return person.category() == Category.MANAGEMENT ? "行政办公室" : "后勤保障部";
    }
}
