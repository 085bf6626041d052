package org.yilianti.incentive.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.sheet.SheetLine;
import org.yilianti.incentive.sheet.SheetRow;
import org.yilianti.incentive.sheet.TitledSheet;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/**
 * Reads a scheme from a table. Each fault names its line and column, and all come at once; whether weights sum to 1 is judged once every
 * weight can be read.
 */
public final class SchemeSheetReading {

    private static final Set<String> KINDS = Set.of(SchemeSheet.SCHEME, SchemeSheet.GROUP, SchemeSheet.INDICATOR);
    private static final Set<String> SCORINGS =
            Stream.of(Scoring.values()).map(Scoring::code).collect(Collectors.toSet());
    private static final Set<String> POLICIES =
            Stream.of(NoData.values()).map(NoData::code).collect(Collectors.toSet());
    private static final int LONGEST_CODE = 50;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_UNIT = 30;

    private final List<SheetLine> groupLines = new ArrayList<>();
    private final List<SheetLine> indicatorLines = new ArrayList<>();
    private final List<IndicatorGroup> groups = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private @Nullable SheetLine itself;

    private SchemeSheetReading() {}

    /** What a table says. */
    public record Said(String name, SchemeContent content) {}

    /** Refuses (422) with every fault, each by {@code /lines/line/column}. */
    public static Said read(List<SheetRow> rows) {
        TitledSheet sheet = TitledSheet.of(rows, SchemeColumn.required(), SchemeColumn.known());
        SchemeSheetReading reading = new SchemeSheetReading();
        sheet.lines().forEach(reading::add);
        Said said = reading.said();
        List<Violation> faults = new ArrayList<>(sheet.faults());
        faults.addAll(reading.broken(said.content(), faults));
        if (reading.itself == null) {
            faults.add(new Violation("/lines", "scheme.sheet-without-name"));
        }
        SheetLimit.of(reading.groups.size(), reading.indicators.size()).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return said;
    }

    private void add(SheetLine line) {
        switch (line.code(SchemeColumn.KIND.title(), KINDS)) {
            case SchemeSheet.SCHEME -> addItself(line);
            case SchemeSheet.INDICATOR -> addIndicator(line);
            default -> addGroup(line);
        }
    }

    private void addItself(SheetLine line) {
        if (itself != null) {
            line.fault(SchemeColumn.KIND.title(), "scheme.sheet-second-name", itself.number());
            return;
        }
        itself = line;
        line.text(SchemeColumn.NAME.title(), LONGEST_NAME);
        line.requireNone(titles(SchemeColumn.CODE, SchemeColumn.PARENT, SchemeColumn.NAME_EN, SchemeColumn.WEIGHT));
        line.requireNone(titles(SchemeColumn.SCORING, SchemeColumn.TARGET, SchemeColumn.FLOOR, SchemeColumn.BANDS));
        line.requireNone(titles(SchemeColumn.UNIT, SchemeColumn.SOURCE));
    }

    private void addGroup(SheetLine line) {
        groupLines.add(line);
        groups.add(new IndicatorGroup(code(line), name(line), nameEn(line), weight(line), parent(line)));
        line.requireNone(titles(SchemeColumn.SCORING, SchemeColumn.TARGET, SchemeColumn.FLOOR, SchemeColumn.BANDS));
        line.requireNone(titles(SchemeColumn.UNIT, SchemeColumn.SOURCE, SchemeColumn.NO_DATA));
    }

    private void addIndicator(SheetLine line) {
        indicatorLines.add(line);
        String floor = SchemeColumn.FLOOR.title();
        String source = SchemeColumn.SOURCE.title();
        indicators.add(new Indicator(
                code(line),
                name(line),
                nameEn(line),
                weight(line),
                line.decimal(SchemeColumn.TARGET.title(), BigDecimal.ONE),
                line.has(floor) ? line.decimal(floor, BigDecimal.ZERO) : BigDecimal.ZERO,
                Scoring.of(line.code(SchemeColumn.SCORING.title(), SCORINGS)),
                parent(line),
                SheetBands.read(line),
                line.optional(SchemeColumn.UNIT.title(), LONGEST_UNIT),
                line.has(source) ? DataSource.of(line.code(source, Set.copyOf(DataSource.codes()))) : null));
        line.requireNone(SchemeColumn.NO_DATA.title());
    }

    private Said said() {
        String noData = SchemeColumn.NO_DATA.title();
        String name = itself == null ? "" : itself.raw(SchemeColumn.NAME.title());
        NoData policy = itself != null && itself.has(noData) ? NoData.of(itself.code(noData, POLICIES)) : NoData.BLOCK;
        return new Said(name, new SchemeContent(groups, indicators, policy));
    }

    /** The rules that the content breaks, where the sheet breaks them; not what follows from cells that could not be read. */
    private List<Violation> broken(SchemeContent content, List<Violation> faults) {
        Set<String> unread = faults.stream().map(Violation::pointer).collect(Collectors.toSet());
        boolean weighed = unread.stream()
                .noneMatch(one -> one.endsWith("/" + SchemeColumn.WEIGHT.title())
                        || one.endsWith("/" + SchemeColumn.KIND.title()));

        return SchemeRule.violationsOf(content).stream()
                .filter(one -> weighed || !one.code().contains("weights-too-"))
                .map(one -> new Violation(pointer(one.pointer()), one.code(), one.args()))
                .filter(one -> !unread.contains(one.pointer()))
                .toList();
    }

    /** {@code /indicators/2/weight} as {@code /lines/7/weight}. */
    private String pointer(String ofContent) {
        String[] steps = ofContent.split("/", 4);
        if (steps.length < 3) {
            return "/lines/"
                    + Optional.ofNullable(itself).map(SheetLine::number).orElse(1L) + "/weight";
        }
        List<SheetLine> lines = steps[1].equals("groups") ? groupLines : indicatorLines;
        return lines.get(Integer.parseInt(steps[2])).pointer(steps.length > 3 ? steps[3] : "");
    }

    private static String code(SheetLine line) {
        return line.text(SchemeColumn.CODE.title(), LONGEST_CODE);
    }

    private static String parent(SheetLine line) {
        return Objects.requireNonNullElse(line.optional(SchemeColumn.PARENT.title(), LONGEST_CODE), "");
    }

    private static String name(SheetLine line) {
        return line.text(SchemeColumn.NAME.title(), LONGEST_NAME);
    }

    private static @Nullable String nameEn(SheetLine line) {
        return line.optional(SchemeColumn.NAME_EN.title(), LONGEST_NAME);
    }

    private static BigDecimal weight(SheetLine line) {
        return line.decimal(SchemeColumn.WEIGHT.title(), BigDecimal.ONE);
    }

    private static String[] titles(SchemeColumn... columns) {
        return Stream.of(columns).map(SchemeColumn::title).toArray(String[]::new);
    }
}
