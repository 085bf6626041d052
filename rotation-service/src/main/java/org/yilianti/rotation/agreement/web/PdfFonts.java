package org.yilianti.rotation.agreement.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * The fonts of a printed agreement: Song, one of the Chinese fonts that PDF names and readers supply (ISO 32000-1, 9.7.5.2), so that no
 * font has to be shipped. Text stays searchable; which Song is shown is up to the reader.
 */
record PdfFonts(Font title, Font heading, Font body, Font small) {

    static PdfFonts load() {
        try {
            BaseFont song = BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
            return new PdfFonts(new Font(song, 20), new Font(song, 12), new Font(song, 11), new Font(song, 9));
        } catch (IOException missing) {
            throw new UncheckedIOException("the library lacks its Chinese font metrics", missing);
        }
    }
}
