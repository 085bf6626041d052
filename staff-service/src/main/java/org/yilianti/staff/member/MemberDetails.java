package org.yilianti.staff.member;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/**
 * What is said about a person.
 *
 * @param staffNo business number, unique in the association
 * @param specialty free code such as {@code general-practice}
 * @param institutionHead heads an institution, which limits practice elsewhere
 */
public record MemberDetails(
        String staffNo,
        String name,
        @Nullable String nameLatin,
        Sex sex,
        LocalDate birthDate,
        NationalId nationalId,
        @Nullable Phone phone,
        StaffCategory category,
        Title title,
        @Nullable LocalDate titleSince,
        @Nullable String specialty,
        @Nullable LocalDate specialtySince,
        boolean institutionHead) {

    /**
     * Reads an entry.
     *
     * @param known what was known before: a national id or phone that is sent as it was shown, masked, means no change
     * @param today nobody is born later
     */
    static MemberDetails read(Entry entry, Optional<MemberDetails> known, LocalDate today) {
        LocalDate birthDate = entry.date("birthDate");
        if (birthDate.isAfter(today)) {
            entry.fault("birthDate", "out-of-range", "1900-01-01", today);
        }
        return new MemberDetails(
                entry.text("staffNo", 50),
                entry.text("name", 100),
                entry.optionalText("nameLatin", 200),
                entry.choice("sex", Sex.class),
                birthDate,
                known.map(MemberDetails::nationalId)
                        .filter(number -> number.masked().equals(entry.raw("nationalId")))
                        .orElseGet(() -> NationalId.read(entry, "nationalId", birthDate)),
                phone(entry, known),
                entry.choice("category", StaffCategory.class),
                entry.choice("title", Title.class),
                entry.optionalDate("titleSince"),
                entry.optionalText("specialty", 100),
                entry.optionalDate("specialtySince"),
                entry.flag("institutionHead"));
    }

    /** What stays when personal data go: no name, no numbers, of the birth date the year. */
    MemberDetails withoutPersonalData() {
        return new MemberDetails(
                staffNo,
                "已删除",
                null,
                sex,
                birthDate.withDayOfYear(1),
                NationalId.ERASED,
                null,
                category,
                title,
                titleSince,
                specialty,
                specialtySince,
                institutionHead);
    }

    /** Whether personal data were erased. */
    public boolean erased() {
        return nationalId.equals(NationalId.ERASED);
    }

    /** The same person with another title. */
    MemberDetails titled(Title changed, LocalDate since) {
        return new MemberDetails(
                staffNo,
                name,
                nameLatin,
                sex,
                birthDate,
                nationalId,
                phone,
                category,
                changed,
                since,
                specialty,
                specialtySince,
                institutionHead);
    }

    private static @Nullable Phone phone(Entry entry, Optional<MemberDetails> known) {
        Phone before = known.map(MemberDetails::phone).orElse(null);
        return before != null && before.masked().equals(entry.raw("phone")) ? before : Phone.read(entry, "phone");
    }
}
