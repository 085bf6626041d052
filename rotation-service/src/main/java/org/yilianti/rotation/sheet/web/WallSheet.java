package org.yilianti.rotation.sheet.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.yilianti.rotation.sheet.SheetTable;

/** A sheet for the wall: one table, its header on every page, in a Chinese font that readers supply (ISO 32000-1, 9.7.5.2). */
final class WallSheet {

    private final SheetTable table;
    private final BaseFont song;

    private WallSheet(SheetTable table) {
        this.table = table;
        try {
            this.song = BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
        } catch (IOException missing) {
            throw new UncheckedIOException("the library lacks its Chinese font metrics", missing);
        }
    }

    static byte[] of(SheetTable table) {
        return new WallSheet(table).print();
    }

    private byte[] print() {
        var bytes = new ByteArrayOutputStream();
        var size = table.wide() ? PageSize.A4.rotate() : PageSize.A4;
        try (Document document = new Document(size, 24, 24, 28, 24)) {
            PdfWriter.getInstance(document, bytes);
            document.addTitle(table.title());
            document.open();
            Paragraph title = new Paragraph(table.title(), new Font(song, 14));
            title.setAlignment(Element.ALIGN_CENTER);
            title.setSpacingAfter(8);
            document.add(title);
            document.add(grid());
        }
        return bytes.toByteArray();
    }

    private PdfPTable grid() {
        float[] widths = new float[table.header().size()];
        Arrays.fill(widths, 1);
        if (table.wide()) {
            widths[0] = 3.2f;
            widths[1] = 2.6f;
        } else {
            widths[widths.length - 1] = 3;
        }
        PdfPTable grid = new PdfPTable(widths);
        grid.setWidthPercentage(100);
        grid.setHeaderRows(1);
        Font font = new Font(song, table.wide() ? 6.5f : 10);
        table.header().forEach(cell -> grid.addCell(cell(cell, font, 0.9f)));
        table.rows().forEach(row -> row.forEach(cell -> grid.addCell(cell(cell, font, 1))));
        return grid;
    }

    private static PdfPCell cell(String text, Font font, float grey) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        cell.setPadding(2);
        cell.setGrayFill(grey);
        return cell;
    }
}
