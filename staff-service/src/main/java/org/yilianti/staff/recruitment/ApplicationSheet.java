package org.yilianti.staff.recruitment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.NationalId;
import org.yilianti.staff.member.Phone;
import org.yilianti.staff.member.Sex;
import org.yilianti.staff.member.Title;

/** An application as a row of a sheet. */
public final class ApplicationSheet {

    /** An application is known by the campaign and the number that the office gave out in it. */
    public static final Template TEMPLATE = Template.of("recruitment-applications")
            .version(2)
            .columns("campaign_id", "external_id")
            .key()
            .columns("position_no", "name", "name_latin")
            .choice("sex", Sex.class)
            .columns("birth_date", "national_id", "phone")
            .choice("education", Education.class)
            .choice("title", Title.class)
            .columns("title_since", "specialty", "licence_number", "grounds")
            .choice("state", Application.State.class);

    private static final String BETWEEN = ";";

    private ApplicationSheet() {}

    /** @param revealed numbers as they are, not masked */
    public static List<@Nullable String> cells(Application row, int positionNo, boolean revealed) {
        Candidate candidate = row.candidate();
        return Arrays.asList(
                row.campaign().toString(),
                row.externalId(),
                Integer.toString(positionNo),
                candidate.name(),
                candidate.nameLatin(),
                candidate.sex().code(),
                candidate.birthDate().toString(),
                Optional.ofNullable(candidate.nationalId())
                        .map(revealed ? NationalId::value : NationalId::masked)
                        .orElse(null),
                Optional.ofNullable(candidate.phone())
                        .map(revealed ? Phone::value : Phone::masked)
                        .orElse(null),
                candidate.education().code(),
                candidate.title().code(),
                Objects.toString(candidate.titleSince(), null),
                candidate.specialty(),
                candidate.licenceNumber(),
                String.join(BETWEEN, candidate.grounds()),
                row.state().code());
    }

    /** The first field in which a row says something else than is known, its numbers masked or not; empty when it says the same. */
    static Optional<String> difference(Entry entry, Application known, int positionNo) {
        List<String> fields = TEMPLATE.header().stream().map(Entry::field).toList();
        List<@Nullable String> masked = cells(known, positionNo, false);
        List<@Nullable String> revealed = cells(known, positionNo, true);
        return IntStream.range(0, fields.size())
                .filter(at -> {
                    String cell = entry.key(fields.get(at));
                    return !cell.equals(Objects.requireNonNullElse(masked.get(at), ""))
                            && !cell.equals(Objects.requireNonNullElse(revealed.get(at), ""));
                })
                .mapToObj(fields::get)
                .findFirst();
    }

    /** The row read as a form, its grounds one by one. */
    static Candidate candidate(Entry entry, List<String> known, LocalDate today) {
        String cell = entry.raw("grounds");
        String[] claimed = cell == null ? new String[0] : cell.split(BETWEEN, -1);
        Entry reading = new Entry(field -> field.startsWith("grounds/")
                ? claimed[Integer.parseInt(field.substring("grounds/".length()))]
                : entry.raw(field));
        Candidate candidate = Candidate.read(reading, claimed.length, known, today);
        entry.adopt(reading);
        return candidate;
    }
}
