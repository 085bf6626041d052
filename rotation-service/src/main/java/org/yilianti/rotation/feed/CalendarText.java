package org.yilianti.rotation.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.directory.Institution;

/** Entries as iCalendar text (RFC 5545): UTC times, escaped text, lines folded at 75 octets. */
final class CalendarText {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int OCTETS = 75;

    private final StringBuilder text = new StringBuilder();

    private CalendarText() {}

    static String of(Collection<CalendarEntry> entries, Map<UUID, Institution> places) {
        CalendarText calendar = new CalendarText();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//yilianti//rotation-service//ZH");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        entries.forEach(entry -> calendar.event(entry, places.get(entry.institutionId())));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(CalendarEntry entry, @Nullable Institution place) {
        String where = place == null ? "" : place.name();
        line("BEGIN:VEVENT");
        line("UID:duty-" + entry.memberId() + "-" + entry.date() + "@yilianti");
        line("DTSTAMP:" + utc(entry.changedAt()));
        line("LAST-MODIFIED:" + utc(entry.changedAt()));
        line("SEQUENCE:" + entry.sequence());
        line("STATUS:" + (entry.cancelled() ? "CANCELLED" : "CONFIRMED"));
        line("DTSTART:" + utc(entry.startsAt()));
        line("DTEND:" + utc(entry.endsAt()));
        line("SUMMARY:" + escaped(entry.shift() + " " + where));
        line("LOCATION:" + escaped(where));
        line("END:VEVENT");
    }

    private static String utc(Instant time) {
        return UTC.format(time);
    }

    private static String escaped(String value) {
        return value.strip()
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** A line may have 75 octets; what is longer goes on behind a space, never within a character. */
    private void line(String content) {
        int octets = 0;
        for (int index = 0; index < content.length(); ) {
            int point = content.codePointAt(index);
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += size;
            index += Character.charCount(point);
        }
        text.append("\r\n");
    }
}
