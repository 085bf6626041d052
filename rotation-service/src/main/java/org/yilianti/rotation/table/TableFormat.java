package org.yilianti.rotation.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yilianti.platform.problem.Refusal;

/** A file format of a list. */
public enum TableFormat {
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Such as {@code csv}; also what the format is called in addresses. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses (400) what is none of these. */
    public static TableFormat ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed(
                        "table.format-unknown",
                        extension,
                        Arrays.stream(values()).map(TableFormat::extension).toList()));
    }

    /** @param mediaType without parameters, such as {@code text/csv} */
    public static Optional<TableFormat> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equalsIgnoreCase(mediaType))
                .findFirst();
    }
}
