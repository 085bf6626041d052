package org.yilianti.incentive.campaign.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.yilianti.incentive.campaign.Part;
import org.yilianti.incentive.campaign.Spread;
import org.yilianti.incentive.campaign.SubjectScore;
import org.yilianti.platform.table.Formulas;

/** Results as a CSV file, written while they are read; a cell that a spreadsheet would take for a formula is made harmless. */
final class ResultFile implements AutoCloseable {

    private final CsvWriter csv;

    ResultFile(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".csv").build().toString());
        Writer text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        text.write('\uFEFF');
        this.csv = CsvWriter.builder().build(text);
        row(
                "subject",
                "edition",
                "score",
                "component",
                "weight",
                "componentScore",
                "given",
                "dropped",
                "least",
                "most",
                "deviation",
                "reason",
                "missing");
    }

    void write(int edition, SubjectScore score) {
        for (Part part : score.parts()) {
            Spread spread = part.spread();
            row(
                    score.subject(),
                    edition,
                    CampaignAnswer.plain(score.score()),
                    part.kind().code(),
                    CampaignAnswer.plain(part.weight()),
                    plain(part.score()),
                    part.given(),
                    part.dropped(),
                    spread == null ? null : plain(spread.least()),
                    spread == null ? null : plain(spread.most()),
                    spread == null ? null : plain(spread.deviation()),
                    part.reason().code(),
                    part.missing() == null ? null : part.missing().code());
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        return CampaignAnswer.plainOrNull(value);
    }

    private void row(@Nullable Object... cells) {
        csv.writeRecord(Arrays.stream(cells)
                .map(cell -> Formulas.harmless(Objects.toString(cell, "")))
                .toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
