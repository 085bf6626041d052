package org.yilianti.rotation.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.yilianti.platform.problem.Refusal;

/**
 * Unpacks a workbook once to see what it grows to, believing no size that it states, before anything of it is read; by the same ZIP reader
 * that its reader uses, so that both see the same parts. Used once.
 */
final class WorkbookLimits {

    private static final int MAX_PARTS = 1000;
    private static final long MAX_UNPACKED = 64L << 20;

    /** A cell holds 32,767 characters at most, so no longer run without a tag can be one. */
    private static final int MAX_RUN = 1 << 17;

    private long unpacked;

    /** Refuses (422) what is no workbook or grows too large. */
    void check(byte[] workbook) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MAX_PARTS) {
                throw Refusal.invalid("table.no-workbook");
            }
            for (ZipArchiveEntry part : parts) {
                try (InputStream content = zip.getInputStream(part)) {
                    measure(content);
                }
            }
        } catch (IOException | IllegalArgumentException noZip) {
            throw Refusal.invalid("table.no-workbook");
        }
    }

    private void measure(InputStream content) throws IOException {
        byte[] buffer = new byte[8192];
        int run = 0;
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            unpacked += count;
            for (int index = 0; index < count; index++) {
                run = buffer[index] == '<' ? 0 : run + 1;
                requireSmall(run <= MAX_RUN);
            }
            requireSmall(unpacked <= MAX_UNPACKED);
        }
    }

    private static void requireSmall(boolean small) {
        if (!small) {
            throw Refusal.invalid("table.too-large", MAX_UNPACKED >> 20);
        }
    }
}
