package org.yilianti.incentive.payout.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.yilianti.incentive.payout.BankFilePolicy;
import org.yilianti.incentive.payout.PayFile;
import org.yilianti.incentive.payout.PayFileLine;
import org.yilianti.platform.problem.Refusal;

/** A form in which a bank takes its instructions; all cells are text, so that no long account number is rounded. */
enum BankFile {
    CSV_FILE(BankFile.CSV) {
        @Override
        byte[] write(List<List<String>> rows) {
            StringWriter text = new StringWriter();
            try (CsvWriter csv = CsvWriter.builder().build(text)) {
                rows.forEach(row ->
                        csv.writeRecord(row.stream().map(BankFile::harmless).toList()));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
        }
    },
    XLSX_FILE(BankFile.XLSX) {
        @Override
        byte[] write(List<List<String>> rows) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Workbook workbook = new Workbook(bytes, "yilianti", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("pay");
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < rows.get(row).size(); column++) {
                        sheet.value(row, column, rows.get(row).get(column));
                    }
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return bytes.toByteArray();
        }
    };

    static final String CSV = "text/csv;charset=UTF-8";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;

    BankFile(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract byte[] write(List<List<String>> rows);

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return name().substring(0, name().indexOf('_')).toLowerCase(Locale.ROOT);
    }

    /** Refuses (400) a format that is neither csv nor xlsx. */
    static BankFile of(String format) {
        return Arrays.stream(values())
                .filter(one -> one.extension().equals(format))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed("payout.format-unknown", format));
    }

    /** The file's rows as the bank wants them. */
    static List<List<String>> rows(
            BankFilePolicy policy, PayFile file, List<PayFileLine> lines, Map<Integer, String> accounts) {
        List<List<String>> rows = new ArrayList<>(lines.size() + 1);
        if (policy.header()) {
            rows.add(policy.columns().stream().map(BankFilePolicy.Column::title).toList());
        }
        for (PayFileLine line : lines) {
            rows.add(policy.columns().stream()
                    .map(column -> policy.cell(column, file, line, accounts.getOrDefault(line.number(), "")))
                    .toList());
        }
        return rows;
    }

    /** A spreadsheet must not take a name for a formula. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
