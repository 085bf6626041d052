package org.yilianti.incentive.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.yilianti.incentive.scheme.DataSource;
import org.yilianti.incentive.scheme.Indicator;
import org.yilianti.incentive.scheme.IndicatorScheme;
import org.yilianti.incentive.sheet.SheetLine;
import org.yilianti.incentive.sheet.SheetRow;
import org.yilianti.incentive.sheet.TitledSheet;
import org.yilianti.platform.problem.Refusal;

/**
 * Values or qualities as a table, a line for each; lines whose value is still empty say nothing.
 *
 * @param lines of the file, in the order of the entries
 */
public record EntrySheet<T>(List<Long> lines, List<T> entries) {

    private static final String INSTITUTION = "institutionCode";
    private static final String INDICATOR = "indicator";
    private static final String VALUE = "value";
    private static final String STAFF_NO = "staffNo";
    private static final String QUALITY = "quality";
    private static final int LONGEST = 50;
    private static final int MOST = 5_000;

    public EntrySheet {
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
    }

    /** A line for each of the institutions and each indicator that people enter, with what was entered so far. */
    public static List<List<String>> of(Evaluation evaluation, IndicatorScheme scheme, List<EnteredMeasure> entered) {
        Map<List<Object>, String> values = new HashMap<>();
        entered.forEach(one -> values.put(
                one.measure().key(), one.measure().value().stripTrailingZeros().toPlainString()));
        List<List<String>> rows = new ArrayList<>(List.of(List.of(INSTITUTION, INDICATOR, VALUE)));
        for (EvaluatedInstitution institution : evaluation.institutions()) {
            for (Indicator one : scheme.indicators()) {
                if (one.source() == null || one.source().accepts(DataSource.ENTRY)) {
                    String value = values.getOrDefault(List.of(institution.id(), one.code()), "");
                    rows.add(List.of(institution.code(), one.code(), value));
                }
            }
        }
        return rows;
    }

    /** Refuses (422) a table without the right columns, and all lines that cannot be read, at once. */
    static EntrySheet<Measure> measures(Evaluation evaluation, List<SheetRow> rows) {
        Map<String, UUID> institutions = new HashMap<>();
        evaluation.institutions().forEach(one -> institutions.put(one.code(), one.id()));
        return read(rows, Set.of(INSTITUTION, INDICATOR, VALUE), VALUE, line -> {
            String code = line.text(INSTITUTION, LONGEST).strip();
            UUID institution = institutions.get(code);
            if (institution == null) {
                line.fault(INSTITUTION, "evaluation.institution-unknown", code);
            }
            return new Measure(
                    institution == null ? new UUID(0, 0) : institution,
                    line.text(INDICATOR, LONGEST).strip(),
                    line.decimal(VALUE, BigDecimal.ZERO));
        });
    }

    /** As {@link #measures} for the quality of people. */
    static EntrySheet<PersonQuality> qualities(List<SheetRow> rows) {
        return read(
                rows,
                Set.of(STAFF_NO, QUALITY),
                QUALITY,
                line -> new PersonQuality(
                        line.text(STAFF_NO, LONGEST).strip(), line.decimal(QUALITY, BigDecimal.ZERO)));
    }

    private static <T> EntrySheet<T> read(
            List<SheetRow> rows, Set<String> titles, String value, Function<SheetLine, T> entry) {
        TitledSheet sheet = TitledSheet.of(rows, titles, titles);
        List<SheetLine> filled =
                sheet.lines().stream().filter(line -> line.has(value)).toList();
        if (filled.isEmpty() || filled.size() > MOST) {
            throw Refusal.invalid("evaluation.sheet-size", filled.size(), MOST);
        }
        List<T> entries = filled.stream().map(entry).toList();
        if (!sheet.faults().isEmpty()) {
            throw Refusal.invalid(sheet.faults());
        }
        return new EntrySheet<>(filled.stream().map(SheetLine::number).toList(), entries);
    }

    /** Where an entry stands in the file, as {@code /lines/3/}. */
    String at(int entry) {
        return TitledSheet.pointer(lines.get(entry), "") + "/";
    }
}
