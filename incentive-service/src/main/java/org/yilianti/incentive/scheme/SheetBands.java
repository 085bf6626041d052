package org.yilianti.incentive.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilianti.incentive.sheet.SheetLine;

/** Bands in one cell, as {@code 0.5=0.6; 0.8=1}: what every value from the first on earns. */
final class SheetBands {

    private static final Pattern BAND =
            Pattern.compile("(\\d{1,15}(?:\\.\\d{1,15})?)\\s*=\\s*(\\d{1,15}(?:\\.\\d{1,15})?)");
    private static final int MOST = 20;

    private SheetBands() {}

    /** The bands of a line, none where its cell is empty; what is none is a fault of the sheet. */
    static List<Band> read(SheetLine line) {
        String column = SchemeColumn.BANDS.title();
        List<Band> bands = new ArrayList<>();
        for (String part : line.raw(column).split(";", -1)) {
            Matcher band = BAND.matcher(part.strip());
            if (band.matches() && bands.size() < MOST) {
                bands.add(new Band(new BigDecimal(band.group(1)), new BigDecimal(band.group(2))));
            } else if (!part.isBlank()) {
                line.fault(column, "scheme.sheet-band-invalid", part.strip(), MOST);
            }
        }
        return bands;
    }
}
