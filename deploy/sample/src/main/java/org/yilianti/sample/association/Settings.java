package org.yilianti.sample.association;

import java.nio.file.Path;
import java.time.YearMonth;

/**
 * What to generate and where to: {@code [--staff N] [--seed S] [--month 2026-10] --out DIR}.
 *
 * @param staff number of good member rows, 1,000 to 1,000,000
 */
record Settings(int staff, long seed, YearMonth month, Path out) {

    static final String USAGE =
            "usage: generate [--staff 1000..1000000] [--seed NUMBER] [--month YYYY-MM] --out DIRECTORY";

    Settings {
        if (staff < 1_000 || staff > 1_000_000) {
            throw new IllegalArgumentException("--staff " + staff + " is outside 1000..1000000");
        }
    }

    /** The committed sample association. */
    static Settings sample(Path out) {
        return new Settings(Pattern.STAFF, 20_261_001L, YearMonth.of(2026, 10), out);
    }

    static Settings parse(String... arguments) {
        var settings = sample(Path.of(""));
        boolean hasOut = false;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            settings = settings.with(arguments[i], arguments[i + 1]);
            hasOut |= arguments[i].equals("--out");
        }
        if (!hasOut) {
            throw new IllegalArgumentException("--out is missing");
        }
        return settings;
    }

    private Settings with(String option, String value) {
        return switch (option) {
            case "--staff" -> new Settings(Integer.parseInt(value), seed, month, out);
            case "--seed" -> new Settings(staff, Long.parseLong(value), month, out);
            case "--month" -> new Settings(staff, seed, YearMonth.parse(value), out);
            case "--out" -> new Settings(staff, seed, month, Path.of(value));
            default -> throw new IllegalArgumentException("unknown option " + option);
        };
    }
}
