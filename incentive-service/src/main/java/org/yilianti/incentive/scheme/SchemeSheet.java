package org.yilianti.incentive.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A scheme as a table: a line for itself, then each group and indicator below what it belongs to. */
public final class SchemeSheet {

    static final String SCHEME = "scheme";
    static final String GROUP = "group";
    static final String INDICATOR = "indicator";

    private final SchemeContent content;
    private final List<List<String>> rows = new ArrayList<>();

    private SchemeSheet(SchemeContent content) {
        this.content = content;
    }

    /** The header alone. */
    public static List<List<String>> blank() {
        return List.of(SchemeColumn.titles());
    }

    /** The header and all lines. */
    public static List<List<String>> of(String name, SchemeContent content) {
        SchemeSheet sheet = new SchemeSheet(content);
        sheet.rows.add(SchemeColumn.titles());
        Map<SchemeColumn, String> first = row(SCHEME, "", "", name);
        first.put(SchemeColumn.NO_DATA, content.noData().code());
        sheet.add(first);
        sheet.addBelow("");
        return List.copyOf(sheet.rows);
    }

    private void addBelow(String parent) {
        for (IndicatorGroup group : content.groups()) {
            if (group.parent().equals(parent)) {
                Map<SchemeColumn, String> row = row(GROUP, group.code(), group.parent(), group.name());
                row.put(SchemeColumn.NAME_EN, Objects.requireNonNullElse(group.nameEn(), ""));
                row.put(SchemeColumn.WEIGHT, plain(group.weight()));
                add(row);
                addBelow(group.code());
            }
        }
        content.indicators().stream().filter(one -> one.parent().equals(parent)).forEach(one -> add(row(one)));
    }

    private void add(Map<SchemeColumn, String> row) {
        rows.add(Arrays.stream(SchemeColumn.values())
                .map(column -> row.getOrDefault(column, ""))
                .toList());
    }

    private static Map<SchemeColumn, String> row(Indicator one) {
        DataSource source = one.source();
        Map<SchemeColumn, String> row = row(INDICATOR, one.code(), one.parent(), one.name());
        row.put(SchemeColumn.NAME_EN, Objects.requireNonNullElse(one.nameEn(), ""));
        row.put(SchemeColumn.WEIGHT, plain(one.weight()));
        row.put(SchemeColumn.SCORING, one.scoring().code());
        row.put(SchemeColumn.TARGET, plain(one.target()));
        row.put(SchemeColumn.FLOOR, one.floor().signum() == 0 ? "" : plain(one.floor()));
        row.put(SchemeColumn.BANDS, bands(one.bands()));
        row.put(SchemeColumn.UNIT, Objects.requireNonNullElse(one.unit(), ""));
        row.put(SchemeColumn.SOURCE, source == null ? "" : source.code());
        return row;
    }

    private static String bands(List<Band> bands) {
        return bands.stream()
                .map(band -> plain(band.from()) + "=" + plain(band.score()))
                .collect(Collectors.joining("; "));
    }

    private static Map<SchemeColumn, String> row(String kind, String code, String parent, String name) {
        Map<SchemeColumn, String> row = new EnumMap<>(SchemeColumn.class);
        row.put(SchemeColumn.KIND, kind);
        row.put(SchemeColumn.CODE, code);
        row.put(SchemeColumn.PARENT, parent);
        row.put(SchemeColumn.NAME, name);
        return row;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
