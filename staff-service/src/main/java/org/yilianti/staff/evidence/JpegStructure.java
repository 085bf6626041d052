package org.yilianti.staff.evidence;

/**
 * JPEG (ITU-T T.81 annex B): segments from SOI over a frame header and at least one scan to EOI.
 *
 * <p>What follows EOI is left alone: cameras put further pictures there.
 */
final class JpegStructure implements FileStructure {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;

    @Override
    public boolean holds(byte[] content) {
        boolean frame = false;
        boolean scan = false;
        int at = 2;
        if (marker(content, 0) != START) {
            return false;
        }
        while (true) {
            int marker = marker(content, at);
            if (marker == END) {
                return frame && scan;
            }
            int length = marker < 0 ? 0 : number(content, at + 2);
            if (length < 2) {
                return false;
            }
            if (frame(marker)) {
                frame = FileStructure.fits(number(content, at + 7), number(content, at + 5));
                if (!frame) {
                    return false;
                }
            }
            at += 2 + length;
            if (marker == SCAN) {
                scan = true;
                at = afterScan(content, at);
            }
        }
    }

    /** The code of the marker at a position; -1 when there is none. */
    private static int marker(byte[] content, int at) {
        boolean there = at + 1 < content.length && (content[at] & 0xff) == 0xFF;
        int code = there ? content[at + 1] & 0xff : 0;
        return code == 0 || code == 0xFF ? -1 : code;
    }

    /** Two bytes as a number; 0 beyond the end. */
    private static int number(byte[] content, int at) {
        return at + 1 < content.length ? ((content[at] & 0xff) << 8) | (content[at + 1] & 0xff) : 0;
    }

    /** Start-of-frame markers; C4, C8 and CC are tables and reserved. */
    private static boolean frame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** The position of the first marker that is neither a stuffed byte nor a restart; the length of the content when there is none. */
    private static int afterScan(byte[] content, int from) {
        for (int at = from; at + 1 < content.length; at++) {
            int next = content[at + 1] & 0xff;
            boolean data = next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
            if ((content[at] & 0xff) == 0xFF && !data) {
                return at;
            }
        }
        return content.length;
    }
}
