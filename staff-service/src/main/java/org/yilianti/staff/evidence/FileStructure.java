package org.yilianti.staff.evidence;

/** How files of one format are built. */
interface FileStructure {

    /** Most pixels of a picture: an A3 page at 600 dots per inch has 70 million. */
    long MOST_PIXELS = 100_000_000;

    /** Whether these bytes are a whole file of the format; never throws, whatever they are. */
    boolean holds(byte[] content);

    /** Whether a picture has these sides, in pixels. */
    static boolean fits(long width, long height) {
        return width > 0 && height > 0 && width * height <= MOST_PIXELS;
    }
}
