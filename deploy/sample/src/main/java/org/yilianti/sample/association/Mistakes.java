package org.yilianti.sample.association;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.yilianti.sample.script.ImportList;

/** The deliberately bad rows of every list: each is a copy of the good row before it with one thing wrong. */
final class Mistakes {

    /**
     * One bad row.
     *
     * @param column where the importer must report {@code code}
     * @param spoil turns the copy into the bad row
     */
    record BadRow(ImportList list, String column, String code, UnaryOperator<Row> spoil) {

        List<String> from(List<String> good) {
            return spoil.apply(new Row(list, new ArrayList<>(good))).cells();
        }
    }

    /** The cells of a row, by column. */
    record Row(ImportList list, List<String> cells) {

        String get(String column) {
            return cells.get(list.columns().indexOf(column));
        }

        Row with(String column, String value) {
            cells.set(list.columns().indexOf(column), value);
            return this;
        }
    }

    private Mistakes() {}

    static List<BadRow> of(ImportList list) {
        return switch (list) {
            case INSTITUTIONS -> institutions();
            case MEMBERS -> members();
            case APPOINTMENTS -> appointments();
            case LICENCES -> licences();
        };
    }

    private static List<BadRow> institutions() {
        var list = ImportList.INSTITUTIONS;
        return List.of(
                new BadRow(list, "tier", "unknown-value", row -> row.with("code", "X01")
                        .with("tier", "spa")),
                new BadRow(
                        list, "name", "required", row -> row.with("code", "X02").with("name", "")),
                new BadRow(list, "latitude", "out-of-range", row -> row.with("code", "X03")
                        .with("latitude", "123.0000")),
                new BadRow(list, "parent_code", "unknown-institution", row -> row.with("code", "X04")
                        .with("parent_code", "T99999")),
                new BadRow(list, "code", "duplicate-key", row -> row));
    }

    private static List<BadRow> members() {
        var list = ImportList.MEMBERS;
        return List.of(
                new BadRow(list, "national_id", "invalid-check-digit", row -> withBadCheckDigit(stranger(row, 1))),
                new BadRow(
                        list, "title", "unknown-value", row -> stranger(row, 2).with("title", "professor")),
                new BadRow(list, "name", "required", row -> stranger(row, 3).with("name", "")),
                new BadRow(list, "birth_date", "invalid-date", row -> stranger(row, 4)
                        .with("birth_date", "1990-02-30")),
                new BadRow(list, "category", "unknown-value", row -> stranger(row, 5)
                        .with("category", "healer")),
                new BadRow(list, "sex", "unknown-value", row -> stranger(row, 6).with("sex", "x")),
                new BadRow(list, "national_id", "duplicate-national-id", row -> row.with("staff_no", "B00007")),
                new BadRow(list, "staff_no", "duplicate-key", row -> row));
    }

    private static List<BadRow> appointments() {
        var list = ImportList.APPOINTMENTS;
        return List.of(
                new BadRow(list, "institution_code", "unknown-institution", row -> row.with("external_id", "B000001")
                        .with("institution_code", "T99999")),
                new BadRow(list, "staff_no", "unknown-member", row -> row.with("external_id", "B000002")
                        .with("staff_no", "B99999")),
                new BadRow(list, "fte", "out-of-range", row -> row.with("external_id", "B000003")
                        .with("fte", "1.50")),
                new BadRow(list, "valid_to", "period-inverted", row -> row.with("external_id", "B000004")
                        .with("valid_to", dayBefore(row.get("valid_from")))),
                new BadRow(list, "valid_from", "invalid-date", row -> row.with("external_id", "B000005")
                        .with("valid_from", "2026-13-01")),
                new BadRow(list, "external_id", "duplicate-key", row -> row));
    }

    private static List<BadRow> licences() {
        var list = ImportList.LICENCES;
        return List.of(
                new BadRow(list, "staff_no", "unknown-member", row -> row.with("number", "B0000001")
                        .with("staff_no", "B99999")),
                new BadRow(list, "main_institution_code", "unknown-institution", row -> row.with("number", "B0000002")
                        .with("main_institution_code", "T99999")),
                new BadRow(list, "kind", "unknown-value", row -> row.with("number", "B0000003")
                        .with("kind", "herbalist")),
                new BadRow(list, "valid_to", "period-inverted", row -> row.with("number", "B0000004")
                        .with("valid_to", dayBefore(row.get("valid_from")))),
                new BadRow(list, "valid_to", "invalid-date", row -> row.with("number", "B0000005")
                        .with("valid_to", "31/12/2030")),
                new BadRow(list, "suspended_from", "required", row -> row.with("number", "B0000006")
                        .with("status", "suspended")
                        .with("suspended_from", "")),
                new BadRow(list, "number", "duplicate-key", row -> row));
    }

    /** A person of their own, so that nothing but the spoilt cell is wrong. */
    private static Row stranger(Row row, int index) {
        var born = LocalDate.parse(row.get("birth_date"));
        return row.with("staff_no", "B%05d".formatted(index)).with("national_id", NationalIds.reserved(born, index));
    }

    private static Row withBadCheckDigit(Row row) {
        String body = row.get("national_id").substring(0, 17);
        char wrong = NationalIds.checkDigit(body) == '7' ? '8' : '7';
        return row.with("national_id", body + wrong);
    }

    private static String dayBefore(String date) {
        return LocalDate.parse(date).minusDays(1).toString();
    }
}
