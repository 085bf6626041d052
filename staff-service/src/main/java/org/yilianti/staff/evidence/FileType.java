package org.yilianti.staff.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of file that is taken as evidence. */
public enum FileType {
    PDF("application/pdf", new PdfStructure(), "pdf"),
    JPEG("image/jpeg", new JpegStructure(), "jpg", "jpeg"),
    PNG("image/png", new PngStructure(), "png");

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // without state
    private final FileStructure structure;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; the checker knows only its interface
    private final List<String> extensions;

    FileType(String mediaType, FileStructure structure, String... extensions) {
        this.mediaType = mediaType;
        this.structure = structure;
        this.extensions = List.of(extensions);
    }

    /** The type of a media type as a header states it, parameters left aside; empty for any that is not taken. */
    public static Optional<FileType> declared(String header) {
        String bare = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(bare))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether a name ends as names of this type do. */
    boolean fits(String name) {
        return extensions.stream().anyMatch(end -> name.toLowerCase(Locale.ROOT).endsWith("." + end));
    }

    /** The name of a file that came without one. */
    String defaultName() {
        return "evidence." + extensions.getFirst();
    }

    /** Whether the content is a whole file of this type. */
    boolean holds(byte[] content) {
        return structure.holds(content);
    }
}
