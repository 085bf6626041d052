package org.yilianti.rotation.agreement.web;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Prints the fingerprint and the number of the page at the foot of every page. */
final class FingerprintFooter extends PdfPageEventHelper {

    private final String fingerprint;
    private final Font font;

    FingerprintFooter(String fingerprint, Font font) {
        this.fingerprint = fingerprint;
        this.font = font;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        line(writer, document, "内容指纹（SHA-256，可在平台核验）", 48);
        line(writer, document, fingerprint, 36);
        line(writer, document, "第 " + writer.getPageNumber() + " 页", 24);
    }

    private void line(PdfWriter writer, Document document, String text, float height) {
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_CENTER,
                new Phrase(text, font),
                (document.left() + document.right()) / 2,
                height,
                0);
    }
}
