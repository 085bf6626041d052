package org.yilianti.staff.recruitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.NationalId;
import org.yilianti.staff.member.Phone;
import org.yilianti.staff.member.Sex;
import org.yilianti.staff.member.Title;

/**
 * Somebody who applies, a member or not.
 *
 * @param nationalId null once it is forgotten
 * @param grounds codes of the grounds of preference that the candidate claims
 */
public record Candidate(
        String name,
        @Nullable String nameLatin,
        Sex sex,
        LocalDate birthDate,
        @Nullable NationalId nationalId,
        @Nullable Phone phone,
        Education education,
        Title title,
        @Nullable LocalDate titleSince,
        @Nullable String specialty,
        @Nullable String licenceNumber,
        List<String> grounds) {

    public Candidate {
        grounds = List.copyOf(grounds);
    }

    /**
     * Reads an entry.
     *
     * @param claimed how many grounds it names, in fields {@code grounds/0} and so on
     * @param known codes of the campaign's grounds
     * @param today nobody is born later
     */
    static Candidate read(Entry entry, int claimed, List<String> known, LocalDate today) {
        LocalDate birthDate = entry.date("birthDate");
        if (birthDate.isAfter(today)) {
            entry.fault("birthDate", "out-of-range", "1900-01-01", today);
        }
        return new Candidate(
                entry.text("name", 100),
                entry.optionalText("nameLatin", 200),
                entry.choice("sex", Sex.class),
                birthDate,
                NationalId.read(entry, "nationalId", birthDate),
                Phone.read(entry, "phone"),
                entry.choice("education", Education.class),
                entry.choice("title", Title.class),
                entry.optionalDate("titleSince"),
                entry.optionalText("specialty", 100),
                entry.optionalText("licenceNumber", 50),
                grounds(entry, claimed, known));
    }

    /** Codes in fields {@code grounds/0} and so on, each once and among those that are known. */
    static List<String> grounds(Entry entry, int count, List<String> known) {
        List<String> read = new ArrayList<>();
        for (int i = 0; i < count && i <= known.size(); i++) {
            String code = entry.text("grounds/" + i, 50);
            if (!known.contains(code) || read.contains(code)) {
                entry.fault("grounds/" + i, known.contains(code) ? "repeated" : "unknown-value", code);
            }
            read.add(code);
        }
        return read;
    }
}
