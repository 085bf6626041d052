package org.yilianti.incentive.payrun.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.yilianti.incentive.payrun.web.StatementAnswer.CountedRecordAnswer;
import org.yilianti.incentive.payrun.web.StatementAnswer.StatementLine;

/**
 * A statement to print: each amount in words, with the records behind it. Song is one of the Chinese fonts that PDF names and readers
 * supply (ISO 32000-1, 9.7.5.2), so that no font has to be shipped.
 */
final class StatementPdf {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));
    private static final int COLUMNS = 6;

    private final StatementAnswer statement;
    private final StatementStory story;
    private final Locale locale;
    private final Font title;
    private final Font body;
    private final Font small;

    private StatementPdf(StatementAnswer statement, StatementStory story, Locale locale) {
        this.statement = statement;
        this.story = story;
        this.locale = locale;
        try {
            BaseFont song = BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
            this.title = new Font(song, 16);
            this.body = new Font(song, 11);
            this.small = new Font(song, 9);
        } catch (IOException missing) {
            throw new UncheckedIOException("the library lacks its Chinese font metrics", missing);
        }
    }

    static byte[] of(StatementAnswer statement, StatementStory story, Locale locale) {
        return new StatementPdf(statement, story, locale).print();
    }

    private byte[] print() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4, 48, 48, 48, 48)) {
            PdfWriter.getInstance(document, bytes);
            document.addTitle(story.title(statement, locale));
            document.open();
            Paragraph heading = new Paragraph(story.title(statement, locale), title);
            heading.setAlignment(Element.ALIGN_CENTER);
            document.add(heading);
            document.add(paragraph(story.summary(statement, locale)));
            for (StatementLine line : statement.lines()) {
                story.line(line, locale).forEach(sentence -> document.add(paragraph(sentence)));
                document.add(records(line.records()));
            }
        }
        return bytes.toByteArray();
    }

    private Paragraph paragraph(String text) {
        Paragraph paragraph = new Paragraph(text, body);
        paragraph.setSpacingBefore(6);
        return paragraph;
    }

    private PdfPTable records(List<CountedRecordAnswer> records) {
        PdfPTable table = new PdfPTable(COLUMNS);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        table.setHeaderRows(1);
        story.columns(locale).forEach(column -> cell(table, column));
        for (CountedRecordAnswer one : records) {
            cell(table, TIME.format(one.startedAt()));
            cell(table, one.callUp() == null ? one.kind() : one.kind() + " · " + one.callUp());
            cell(table, Integer.toString(one.minutes()));
            cell(table, story.yesOrNo(one.night(), locale));
            cell(table, one.weight());
            cell(table, one.points());
        }
        return table;
    }

    private void cell(PdfPTable table, String text) {
        table.addCell(new Phrase(text, small));
    }
}
