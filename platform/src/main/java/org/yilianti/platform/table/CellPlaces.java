package org.yilianti.platform.table;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.table.UnreadableTableException.Reason;

/**
 * Where the cells of a part say that they stand. A workbook's reader makes room for every column up to the one that a cell names, so that
 * {@code ZZZZZZ1} alone would take gigabytes; the format ends at {@code XFD}. The same XML reader is asked that the workbook's reader uses.
 */
final class CellPlaces {

    private static final Pattern IN_THE_FORMAT = Pattern.compile("\\$?[A-Za-z]{0,3}\\$?\\d*");

    private final XMLInputFactory xml = new InputFactoryImpl();

    CellPlaces() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** Throws {@link UnreadableTableException} for a cell beyond the last column; whatever is no XML has no cells. */
    void check(InputStream part) {
        if (goesBeyond(part)) {
            throw new UnreadableTableException(Reason.TOO_WIDE, null);
        }
    }

    private boolean goesBeyond(InputStream part) {
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(part);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && beyond(reader)) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException noXml) {
            return false; // to here the workbook's reader comes as well, and no further
        }
    }

    private static boolean beyond(XMLStreamReader reader) {
        if (!reader.getLocalName().equals("c")) {
            return false;
        }
        @Nullable String place = reader.getAttributeValue(null, "r");
        return place != null && !IN_THE_FORMAT.matcher(place).matches();
    }
}
