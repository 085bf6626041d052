package org.yilianti.platform.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.yilianti.platform.table.UnreadableTableException.Reason;

/** Unpacks a workbook once to see what it would grow to, before anything of it is read. Used once. */
final class WorkbookLimits {

    private static final int MAX_PARTS = 1000;

    /** A cell holds 32,767 characters at most, so no longer run without a tag can be one. */
    private static final int MAX_RUN = 1 << 17;

    private final long maxUnpacked;
    private final CellPlaces places = new CellPlaces();
    private long unpacked;

    /** @param maxUnpacked bytes of all parts together */
    WorkbookLimits(long maxUnpacked) {
        this.maxUnpacked = maxUnpacked;
    }

    /** Throws {@link UnreadableTableException} for a workbook that grows too large, and whatever its ZIP reader throws for what is none. */
    void check(byte[] workbook) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MAX_PARTS
                    || parts.stream().map(ZipArchiveEntry::getName).distinct().count() < parts.size()) {
                throw new UnreadableTableException(Reason.WORKBOOK, null);
            }
            for (ZipArchiveEntry part : parts) {
                try (InputStream content = zip.getInputStream(part)) {
                    unpack(content);
                }
            }
            for (ZipArchiveEntry part : parts) {
                try (InputStream content = zip.getInputStream(part)) {
                    places.check(content);
                }
            }
        }
    }

    private void unpack(InputStream content) throws IOException {
        byte[] buffer = new byte[8192];
        int run = 0;
        int count = content.read(buffer);
        while (count >= 0) {
            unpacked += count;
            for (int i = 0; i < count; i++) {
                run = buffer[i] == '<' ? 0 : run + 1;
                if (run > MAX_RUN) {
                    throw tooLarge();
                }
            }
            if (unpacked > maxUnpacked) {
                throw tooLarge();
            }
            count = content.read(buffer);
        }
    }

    private static UnreadableTableException tooLarge() {
        return new UnreadableTableException(Reason.TOO_LARGE, null);
    }
}
