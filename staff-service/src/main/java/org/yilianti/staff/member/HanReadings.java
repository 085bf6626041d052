package org.yilianti.staff.member;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How Chinese characters are read: pinyin without tones, ü as u.
 *
 * <p>The readings are those of ICU's transliterators Han-Latin and Han-Latin/Names (Unicode licence), kept as a text resource of lines
 * {@code reading characters}, where {@code ^} marks the readings of surnames: the library itself needs seconds to start and 15 MB.
 */
final class HanReadings {

    static final String RESOURCE = "han-readings.txt";

    private static final HanReadings ALL = read();

    private final Map<Integer, String> characters = new HashMap<>(32_000);
    private final Map<String, List<String>> surnames = new HashMap<>();

    private HanReadings() {}

    static HanReadings all() {
        return ALL;
    }

    /** The reading of one character; null when it is none of those known. */
    @Nullable String of(int codePoint) {
        return characters.get(codePoint);
    }

    /** The syllables of a surname that is read otherwise than its characters are, at the start of a name; empty when there is none. */
    List<String> surnameOf(String name) {
        List<String> compound = name.length() < 2 ? null : surnames.get(name.substring(0, 2));
        List<String> single = name.isEmpty() ? null : surnames.get(name.substring(0, 1));
        return compound != null ? compound : Objects.requireNonNullElse(single, List.of());
    }

    private void take(String line) {
        int blank = line.lastIndexOf(' ');
        String reading = line.substring(0, blank);
        String read = line.substring(blank + 1);
        if (reading.startsWith("^")) {
            surnames.put(read, List.of(reading.substring(1).split(" ")));
        } else {
            read.codePoints().forEach(codePoint -> characters.put(codePoint, reading));
        }
    }

    private static HanReadings read() {
        HanReadings readings = new HanReadings();
        try (var stream = Objects.requireNonNull(HanReadings.class.getResourceAsStream(RESOURCE));
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().forEach(readings::take);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return readings;
    }
}
