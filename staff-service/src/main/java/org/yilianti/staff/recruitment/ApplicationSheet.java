package org.yilianti.staff.recruitment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /**
     * The first field in which a row says something else than is known, however it is written, its numbers masked or not; empty when it says
     * the same. A blank cell says nothing.
     */
    static Optional<String> difference(Entry entry, Application known, int positionNo) {
        List<String> fields = TEMPLATE.header().stream().map(Entry::field).toList();
        List<@Nullable String> masked = cells(known, positionNo, false);
        List<@Nullable String> revealed = cells(known, positionNo, true);
        return IntStream.range(0, fields.size())
                .filter(at -> entry.raw(fields.get(at)) != null
                        && !entry.key(fields.get(at)).equals(masked.get(at))
                        && !said(entry, fields.get(at)).equals(revealed.get(at)))
                .mapToObj(fields::get)
                .findFirst();
    }

    /** What a cell says, as {@link #cells} writes it. */
    private static String said(Entry entry, String field) {
        return switch (field) {
            case "positionNo" -> Integer.toString(positionNo(entry));
            case "nationalId" -> entry.key(field).toUpperCase(Locale.ROOT);
            case "phone" ->
                Optional.ofNullable(Phone.read(entry, field)).map(Phone::value).orElse("");
            case "grounds" -> claimed(entry).map(String::strip).collect(Collectors.joining(BETWEEN));
            default -> entry.key(field);
        };
    }

    static int positionNo(Entry entry) {
        return entry.number("positionNo", "1", String.valueOf(CampaignManagement.MOST_POSITIONS), 0)
                .intValue();
    }

    private static Stream<String> claimed(Entry entry) {
        String cell = entry.raw("grounds");
        return cell == null ? Stream.of() : Stream.of(cell.split(BETWEEN, -1));
    }

    /** The row read as a form, its grounds one by one. */
    static Candidate candidate(Entry entry, List<String> known, LocalDate today) {
        List<String> claimed = claimed(entry).toList();
        Entry reading = new Entry(field -> field.startsWith("grounds/")
                ? claimed.get(Integer.parseInt(field.substring("grounds/".length())))
                : entry.raw(field));
        Candidate candidate = Candidate.read(reading, claimed.size(), known, today);
        entry.adopt(reading);
        return candidate;
    }
}
