package org.yilianti.staff.bulk;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;
import org.yilianti.platform.problem.Refusal;

/** What lists travel as. */
public enum FileFormat {
    CSV("text/csv") {
        @Override
        public Sheet open(OutputStream out, String name) {
            return new CsvSheet(out);
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public Sheet open(OutputStream out, String name) {
            return new Workbook(out, name);
        }
    };

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format with this extension; refuses (400) any other. */
    public static FileFormat named(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed(
                        "sheet.format-unknown",
                        extension,
                        String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(FileFormat::extension)
                                        .toList())));
    }

    /** The format of a Content-Type, whatever its parameters; empty for any other or a malformed one. */
    public static Optional<FileFormat> of(String contentType) {
        try {
            MimeType given = MimeTypeUtils.parseMimeType(contentType);
            return Arrays.stream(values())
                    .filter(format -> MimeType.valueOf(format.mediaType).equalsTypeAndSubtype(given))
                    .findFirst();
        } catch (InvalidMimeTypeException malformed) {
            return Optional.empty();
        }
    }

    /** Begins a sheet that streams to {@code out}. */
    public abstract Sheet open(OutputStream out, String name);

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
