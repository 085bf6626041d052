package org.yilianti.staff.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.platform.time.DatePeriod;

/**
 * The raw values of one form or file row, read field by field; every fault is kept, none stops the reading.
 *
 * <p>A field that cannot be read gives a placeholder, so what is built from a faulty entry must not be used: ask
 * {@link #faulty()} or {@link #refuseIfFaulty()} first.
 */
public final class Entry {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private static final int MOST_DIGITS = 100;

    /** Fields are few and fixed in code. */
    private static final Map<String, String> COLUMNS = new ConcurrentHashMap<>();

    private final Function<String, @Nullable String> cells;
    private final List<Fault> faults = new ArrayList<>(0);

    /** @param cells the raw value of a field by its JSON name; null or blank when not given */
    public Entry(Function<String, @Nullable String> cells) {
        this.cells = cells;
    }

    /** A form as alternating field names and values; a value may be null. */
    public static Entry form(@Nullable Object... fieldsAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            Object value = fieldsAndValues[i + 1];
            if (value != null) {
                values.put(
                        String.valueOf(fieldsAndValues[i]),
                        value instanceof BigDecimal number ? plain(number) : value.toString());
            }
        }
        return new Entry(values::get);
    }

    /** A number without an exponent; one with so many digits as nobody enters keeps it, and so is refused: they would fill the memory. */
    public static String plain(BigDecimal number) {
        boolean usual = Math.abs((long) number.scale()) <= MOST_DIGITS;
        return usual ? number.toPlainString() : number.toString();
    }

    /** The column of a field: {@code nationalId} is {@code national_id}. */
    public static String column(String field) {
        return COLUMNS.computeIfAbsent(
                field, name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }

    /** The field of a column: {@code national_id} is {@code nationalId}. */
    public static String field(String column) {
        return Pattern.compile("_([a-z])").matcher(column).replaceAll(match -> match.group(1)
                .toUpperCase(Locale.ROOT));
    }

    /** The value as it was entered, without surrounding blanks; null when blank. */
    public @Nullable String raw(String field) {
        String value = cells.apply(field);
        if (value == null) {
            return null;
        }
        String stripped = value.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** As {@link #raw}, or an empty text: for keys that are looked up before they are judged. */
    public String key(String field) {
        String value = raw(field);
        return value == null ? "" : value;
    }

    public String text(String field, int maxLength) {
        String value = optionalText(field, maxLength);
        return value == null ? missing(field, "") : value;
    }

    public @Nullable String optionalText(String field, int maxLength) {
        String value = raw(field);
        if (value != null && value.codePointCount(0, value.length()) > maxLength) {
            fault(field, "too-long", maxLength);
        } else if (value != null && hasControl(value)) {
            fault(field, "invalid-text");
        }
        return value;
    }

    private static boolean hasControl(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    public LocalDate date(String field) {
        LocalDate value = optionalDate(field);
        return value == null ? missing(field, LocalDate.EPOCH) : value;
    }

    public @Nullable LocalDate optionalDate(String field) {
        String value = raw(field);
        if (value == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                fault(field, "out-of-range", EARLIEST, LATEST);
            }
            return date;
        } catch (DateTimeParseException unreadable) {
            fault(field, "invalid-date", value);
            return LocalDate.EPOCH;
        }
    }

    /** A period of days; its end is not part of it and may be missing. */
    public DatePeriod period(String fromField, String toField) {
        int before = faults.size();
        LocalDate from = date(fromField);
        LocalDate to = optionalDate(toField);
        if (faults.size() > before) {
            return DatePeriod.from(from);
        }
        if (to != null && !to.isAfter(from)) {
            fault(toField, "period-inverted", from, to);
            return DatePeriod.from(from);
        }
        return new DatePeriod(from, to);
    }

    /** A decimal from {@code min} to {@code max} with at most {@code scale} digits after the point, without trailing zeros. */
    public BigDecimal number(String field, String min, String max, int scale) {
        BigDecimal value = optionalNumber(field, min, max, scale);
        return value == null ? missing(field, BigDecimal.ZERO) : value;
    }

    public @Nullable BigDecimal optionalNumber(String field, String min, String max, int scale) {
        String text = raw(field);
        if (text == null) {
            return null;
        }
        if (!text.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            fault(field, "invalid-number", text);
            return BigDecimal.ZERO;
        }
        BigDecimal value = new BigDecimal(text);
        if (value.compareTo(new BigDecimal(min)) < 0 || value.compareTo(new BigDecimal(max)) > 0) {
            fault(field, "out-of-range", min, max);
        } else if (value.setScale(scale, RoundingMode.DOWN).compareTo(value) != 0) {
            fault(field, "too-precise", scale);
        }
        return value;
    }

    public boolean flag(String field) {
        String value = raw(field);
        if (value == null) {
            return missing(field, false);
        }
        if (!value.equals("true") && !value.equals("false")) {
            fault(field, "unknown-value", value);
        }
        return value.equals("true");
    }

    public <E extends Enum<E> & Coded> E choice(String field, Class<E> type) {
        E value = optionalChoice(field, type);
        return value == null ? missing(field, type.getEnumConstants()[0]) : value;
    }

    public <E extends Enum<E> & Coded> @Nullable E optionalChoice(String field, Class<E> type) {
        String value = raw(field);
        if (value == null) {
            return null;
        }
        E constant = Codes.find(type, value);
        if (constant == null) {
            fault(field, "unknown-value", value);
            return type.getEnumConstants()[0];
        }
        return constant;
    }

    public void fault(String field, String code, Object... args) {
        faults.add(new Fault(field, code, List.of(args)));
    }

    /** Keeps a fault that a rule of an aggregate found. */
    public void fault(Fault fault) {
        faults.add(fault);
    }

    /** Keeps what a rule refuses as a fault of a field. */
    public void fault(String field, Refusal refusal) {
        fault(field, refusal.code(), refusal.args());
    }

    /** Keeps the faults of another reading of the same cells; one of a part, such as {@code grounds/0}, is one of its cell. */
    public void adopt(Entry reading) {
        reading.faults.forEach(
                found -> faults.add(new Fault(found.field().split("/", -1)[0], found.code(), found.args())));
    }

    public boolean faulty() {
        return !faults.isEmpty();
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Refuses (422) with every fault, as a form is answered. */
    public void refuseIfFaulty() {
        if (faulty()) {
            throw Refusal.invalid(faults.stream()
                    .map(fault -> new Violation(
                            "/" + fault.field(), fault.code(), fault.args().toArray()))
                    .toList());
        }
    }

    private <T> T missing(String field, T placeholder) {
        fault(field, "required");
        return placeholder;
    }
}
