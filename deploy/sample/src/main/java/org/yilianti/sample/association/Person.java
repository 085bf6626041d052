package org.yilianti.sample.association;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One synthetic person with the rows of the member list.
 *
 * @param number running number over the whole association, from 1
 * @param careerStart first day of work in health care
 */
record Person(
        int number,
        Site site,
        Position position,
        PersonNames.PersonName name,
        boolean female,
        NationalIds.Identity identity,
        LocalDate careerStart,
        @Nullable LocalDate titleSince) {

    String staffNo() {
        return "S%05d".formatted(number);
    }

    Category category() {
        return position.category();
    }

    List<String> row() {
        var specialty = position.specialty();
        return List.of(
                staffNo(),
                name.name(),
                name.latin(),
                female ? "female" : "male",
                identity.birthDate().toString(),
                identity.number(),
                // 129 is not a mobile prefix anywhere in the numbering plan.
                "129%08d".formatted(number),
                category().code(),
                position.title().code(),
                titleSince == null ? "" : titleSince.toString(),
                specialty == null ? "" : specialty.code(),
                specialty == null ? "" : careerStart.plusMonths(number % 12).toString(),
                Boolean.toString(position.head()));
    }
}
