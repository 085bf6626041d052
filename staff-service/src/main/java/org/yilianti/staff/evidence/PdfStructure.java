package org.yilianti.staff.evidence;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PDF (ISO 32000-2, 7.5): the version at the very beginning, at the end {@code startxref} with the place of the cross-reference table or
 * stream, {@code %%EOF}, and nothing but blanks after it.
 */
final class PdfStructure implements FileStructure {

    private static final int TAIL = 2048;
    private static final int HEAD = 20;
    private static final Pattern VERSION = Pattern.compile("%PDF-[12]\\.\\d");
    private static final Pattern END = Pattern.compile("startxref\\s{1,4}(\\d{1,9})\\s{1,4}%%EOF[\\s\\x00]*\\z");
    private static final Pattern CROSS_REFERENCE = Pattern.compile("xref\\s|\\d{1,9}\\s+\\d{1,5}\\s+obj");

    @Override
    public boolean holds(byte[] content) {
        if (!VERSION.matcher(text(content, 0, HEAD)).lookingAt()) {
            return false;
        }
        Matcher end = END.matcher(text(content, Math.max(0, content.length - TAIL), TAIL));
        if (!end.find()) {
            return false;
        }
        int place = Integer.parseInt(end.group(1));
        return place < content.length
                && CROSS_REFERENCE.matcher(text(content, place, HEAD)).lookingAt();
    }

    private static String text(byte[] content, int from, int length) {
        return new String(content, from, Math.min(length, content.length - from), StandardCharsets.ISO_8859_1);
    }
}
