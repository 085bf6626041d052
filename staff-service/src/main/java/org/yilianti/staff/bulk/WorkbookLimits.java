package org.yilianti.staff.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.yilianti.platform.problem.Refusal;

/**
 * Unpacks a workbook once to see what it would grow to, believing no size that it states, before anything of it is read.
 *
 * <p>The same ZIP reader is asked that the workbook's reader uses, so both see the same parts.
 */
final class WorkbookLimits {

    private static final int MAX_PARTS = 1000;

    /** A cell holds 32,767 characters at most, so no longer run without a tag can be one. */
    private static final int MAX_RUN = 1 << 17;

    private final long maxUnpacked;
    private long unpacked;

    /** @param maxUnpacked bytes of all parts together */
    WorkbookLimits(long maxUnpacked) {
        this.maxUnpacked = maxUnpacked;
    }

    /** Refuses (422) a workbook that is none or grows too large. */
    void check(byte[] workbook) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MAX_PARTS
                    || parts.stream().map(ZipArchiveEntry::getName).distinct().count() < parts.size()) {
                throw Refusal.invalid("import.not-xlsx");
            }
            for (ZipArchiveEntry part : parts) {
                try (InputStream content = zip.getInputStream(part)) {
                    unpack(content);
                }
            }
        } catch (IOException | IllegalArgumentException noZip) {
            throw Refusal.invalid("import.not-xlsx");
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

    private Refusal tooLarge() {
        return Refusal.invalid("import.workbook-too-large", maxUnpacked >> 20);
    }
}
